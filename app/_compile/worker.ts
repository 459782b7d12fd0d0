import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { compile } from '#lib/compiler/compile.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import type { Job, Outcome } from './compile-in-worker.ts';
import { passOverStrayPdfFaults } from './stray-faults.ts';

/** The thread that compiles one document and ends. */
passOverStrayPdfFaults();
const job = workerData as Job;
const source = await parseSource(job.fileName, job.bytes);
const outcome: Outcome = source.ok
  ? {
      ok: true,
      value: compile({
        document: source.value,
        sha256: createHash('sha256').update(job.bytes).digest('hex'),
        ...(job.claims === undefined ? {} : { claims: job.claims }),
        ...(job.outline === undefined ? {} : { outline: job.outline }),
      }).course,
    }
  : source;
parentPort?.postMessage(outcome);
