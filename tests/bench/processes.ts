import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Told } from './compile-once.ts';

const script = join(import.meta.dirname, 'compile-once.ts');

/** Compiles one document in a process of its own; with what that process told comes what it printed. */
export function compileAlone(
  args: readonly string[],
  flags: readonly string[] = [],
): Promise<{ told: Told; output: string }> {
  const child = fork(script, args, { execArgv: ['--conditions=react-server', ...flags], silent: true });
  let output = '';
  let told: Told | null = null;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  child.on('message', (message) => {
    told = message as Told;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0 && told !== null) done({ told, output });
      else fail(new Error(`compiling ${args[0]} in a process of its own failed:\n${output.slice(-4000)}`));
    });
  });
}

export type Heap = {
  /** The most that the engine's heap held when it began to tidy up, garbage and all. */
  peak: number;
  /** The most that was left after it had tidied all of it: what was in use. */
  kept: number;
};

/** What Node's `--trace-gc` printed about the heap, in bytes. */
export function heapOf(output: string): Heap {
  const heap = { peak: 0, kept: 0 };
  for (const [, kind = '', before, after] of output.matchAll(
    /(Scavenge|Mark-Compact)[^\n]*? ([\d.]+) \([\d.]+\) -> ([\d.]+) \(/g,
  )) {
    heap.peak = Math.max(heap.peak, Number(before) * 1024 * 1024);
    if (kind === 'Mark-Compact') heap.kept = Math.max(heap.kept, Number(after) * 1024 * 1024);
  }
  return heap;
}
