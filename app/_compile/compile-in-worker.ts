import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ClaimsFile } from '#lib/compiler/claims-file.ts';
import type { OutlineFile } from '#lib/compiler/outline-file.ts';
import type { Course } from '#lib/course/model.ts';
import { type Result, refuse } from '#lib/result.ts';
import type { SourceRefusal } from '#lib/source/parse-source.ts';

/** What compiling one document may take. */
export type Limits = { milliseconds: number; megabytes: number };

/** Many times what a long chapter needs: a document that needs more was made to, or is several books. */
const usualLimits: Limits = { milliseconds: 20_000, megabytes: 256 };

export type Job = { fileName: string; bytes: Uint8Array; claims?: ClaimsFile; outline?: OutlineFile };

/** Besides what a document itself is refused for: the limits that it met, or a fault of ours. */
export type CompileRefusal = SourceRefusal | 'too-slow' | 'too-much-memory' | 'failed';
export type Outcome = Result<Course, CompileRefusal>;

/** The project is always started in its own folder. */
const script = resolve('app/_compile/worker.ts');
const megabyte = 1024 * 1024;
const watchEvery = 50;

/**
 * Compiles a document in a thread of its own, which is ended when it takes too long or too much memory, so
 * that no document that somebody uploads can stop the server.
 */
export function compileInWorker(job: Job, limits: Limits = usualLimits): Promise<Outcome> {
  const worker = new Worker(script, {
    workerData: job,
    // A document has no business with the server's settings or streams.
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.megabytes,
      maxYoungGenerationSizeMb: Math.max(1, Math.min(32, limits.megabytes / 4)),
      stackSizeMb: 4,
    },
  });
  return new Promise((done) => {
    let ended = false;
    // Ending the thread is an event, too: what came first counts.
    const end = (outcome: Outcome) => {
      if (ended) return;
      ended = true;
      clearTimeout(late);
      clearInterval(watch);
      worker.terminate().then(
        () => done(outcome),
        () => done(outcome),
      );
    };
    const late = setTimeout(() => end(refuse('too-slow')), limits.milliseconds);
    // The engine limits its own heap only; what is unpacked lies outside of it.
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ used_heap_size, external_memory }) => {
          if (used_heap_size + external_memory > limits.megabytes * megabyte) end(refuse('too-much-memory'));
        },
        () => undefined,
      );
    }, watchEvery);
    worker.on('message', end);
    worker.on('error', (fault) => {
      const isMemory = 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(refuse(isMemory ? 'too-much-memory' : 'failed'));
    });
    worker.on('exit', () => end(refuse('failed')));
  });
}
