import { parentPort, workerData } from 'node:worker_threads';
import { check } from './check.ts';
import { hostileDocument } from './documents.ts';
import type { Result } from './harness.ts';

/** The thread that reads one document after the other, until it is ended. */
const { seed } = workerData as { seed: number };

parentPort?.on('message', async (number: number) => {
  const document = hostileDocument(seed, number);
  const before = process.threadCpuUsage();
  const verdict = await check(document);
  const { user, system } = process.threadCpuUsage(before);
  const { what, name, bytes } = document;
  const result: Result = {
    number,
    what,
    name,
    size: bytes.length,
    ...verdict,
    milliseconds: (user + system) / 1000,
  };
  parentPort?.postMessage(result);
});
