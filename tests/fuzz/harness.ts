import { Worker } from 'node:worker_threads';
import type { Verdict } from './check.ts';
import { hostileDocument } from './documents.ts';

export type Result = Verdict & {
  number: number;
  what: string;
  name: string;
  size: number;
  /** Of the processor, so that other work on the machine does not count. */
  milliseconds: number;
};
export type Measured = Result & { megabytes: number };

const script = new URL('./worker.ts', import.meta.url);
export const limits = { milliseconds: 2000, megabytes: 256 };
/** By the clock; a document that needs so long hangs, on any machine. */
const hangs = 30_000;

/** Reads documents `from` to below `to` of a seed in a thread with limits, and tells of each. */
export async function fuzz(
  seed: number,
  from: number,
  to: number,
  tell: (result: Measured) => void,
): Promise<void> {
  let reader = new Reader(seed);
  // What is loaded once does not count for the first document.
  await reader.read(0);
  for (let number = from; number < to; number += 1) {
    const result = await reader.read(number);
    tell(result);
    if (result.outcome === 'hang' || result.outcome === 'out of memory') {
      await reader.end();
      reader = new Reader(seed);
      await reader.read(0);
    }
  }
  await reader.end();
}

class Reader {
  private readonly worker: Worker;
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
    this.worker = new Worker(script, {
      execArgv: ['--conditions=react-server'],
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, stackSizeMb: 4 },
    });
  }

  read(number: number): Promise<Measured> {
    return new Promise((done) => {
      let megabytes = 0;
      const document = hostileDocument(this.seed, number);
      const { what, name, bytes } = document;
      const end = (result: Result) => {
        clearTimeout(late);
        clearInterval(watch);
        this.worker.off('message', end).off('error', broken).off('exit', gone);
        done({ ...result, megabytes });
      };
      const failed = (outcome: string, fault: string) =>
        end({ number, what, name, size: bytes.length, outcome, faults: [fault], milliseconds: 0 });
      const late = setTimeout(() => failed('hang', `no end after ${hangs / 1000} s`), hangs);
      const watch = setInterval(() => {
        this.worker.getHeapStatistics().then(
          ({ used_heap_size, external_memory }) => {
            megabytes = Math.max(megabytes, (used_heap_size + external_memory) / 1024 / 1024);
          },
          () => undefined,
        );
      }, 10);
      const broken = (fault: unknown) => failed('out of memory', String(fault));
      const gone = () => failed('out of memory', 'the thread has ended');
      this.worker.once('message', end).once('error', broken).once('exit', gone);
      this.worker.postMessage(document);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
