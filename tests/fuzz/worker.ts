import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { passOverStrayPdfFaults } from '#app/_compile/stray-faults.ts';
import { check } from './check.ts';
import type { HostileDocument } from './documents.ts';
import type { Result } from './harness.ts';

/** What earlier documents left is not the next one's: it is cleared away once there is much of it. */
const much = 110 * 1024 * 1024;
passOverStrayPdfFaults();
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The thread that reads one document after the other, until it is ended. */
parentPort?.on('message', async (document: HostileDocument) => {
  const { heapUsed, external } = process.memoryUsage();
  if (heapUsed + external > much) collect();
  const before = process.threadCpuUsage();
  const verdict = await check(document);
  const { user, system } = process.threadCpuUsage(before);
  const { number, what, name, bytes } = document;
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
