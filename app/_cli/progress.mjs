import { spawn } from 'node:child_process';

/** Something that the person at the keyboard can mend, in one sentence: shown without a stack. */
export class Refused extends Error {
  name = 'Refused';
}

/** @param {number} from what `performance.now()` gave then */
export function secondsSince(from) {
  return Math.round((performance.now() - from) / 100) / 10;
}

/** @param {string} message a line of its own, also while a step counts */
export function say(message) {
  process.stdout.write(process.stdout.isTTY === true ? `\r\x1b[K  ${message}\n` : `  ${message}\n`);
}

/**
 * Says what is under way and for how long: one line that counts on a terminal, a line every ten seconds
 * in a log.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const started = performance.now();
  const live = process.stdout.isTTY === true;
  const write = (/** @type {string} */ text) => process.stdout.write(live ? `\r\x1b[K${text}` : `${text}\n`);
  const short = () => `${Math.round(secondsSince(started))} s`;
  if (live) write(`  ${what} …`);
  // What is over within a second needs no line of a log before its end.
  let announced = live;
  const timer = setInterval(() => {
    const elapsed = performance.now() - started;
    if (live) write(`  ${what} … ${short()}`);
    else if (!announced) {
      announced = true;
      write(`  ${what} …`);
    } else if (Math.round(elapsed / 1000) % 10 === 0) write(`  ${what} … ${short()}`);
  }, 1000);
  try {
    const result = await work();
    clearInterval(timer);
    write(`✓ ${what}, ${secondsSince(started)} s${live ? '\n' : ''}`);
    return result;
  } catch (error) {
    clearInterval(timer);
    write(`✗ ${what}, ${secondsSince(started)} s${live ? '\n' : ''}`);
    throw error;
  }
}

/** After its end, what a program left running may hold its output open; what comes later is not waited for. */
const outputAfterEnd = 1000;

/**
 * Runs a program to its end with its output kept, for a message if it fails. When it is given up, what it
 * started itself ends with it.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { silence?: number }} [options] silence: ms without a
 *   word after which it is given up; timeout: ms in all
 * @returns {Promise<{ code: number | null, output: string }>} code null: killed, or never started
 */
export function run(file, args, { silence, timeout, ...options } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const group = process.platform !== 'win32';
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: group });
    const stop = () => killAll(child, group);
    const quiet = silence === undefined ? undefined : setTimeout(stop, silence);
    const late = timeout === undefined ? undefined : setTimeout(stop, timeout);
    process.once('exit', stop);
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-20_000);
      quiet?.refresh();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const end = (/** @type {number | null} */ code) => {
      clearTimeout(quiet);
      clearTimeout(late);
      process.off('exit', stop);
      // An end of theirs that somebody else still holds would keep this process from ending.
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += String(error);
      end(null);
    });
    child.once('close', (code) => end(code));
    child.once('exit', (code) => setTimeout(() => end(code), outputAfterEnd).unref());
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} group whether it leads a process group of its own
 */
function killAll(child, group) {
  if (child.pid === undefined) return;
  const pid = child.pid;
  const send = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      // A downloader downloads in a process of its own, which a signal to its parent alone leaves running.
      if (group) process.kill(-pid, signal);
      else child.kill(signal);
    } catch {
      // It has ended already.
    }
  };
  send('SIGTERM');
  setTimeout(() => send('SIGKILL'), 5000).unref();
}

/** @param {unknown} error */
export function explain(error) {
  // Both kinds of ours carry a sentence for a person; all else is a fault, and its stack is what helps.
  if (error instanceof Error && (error.name === 'Refused' || error.name === 'ConfigError'))
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
