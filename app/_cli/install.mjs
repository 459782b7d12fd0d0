import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refused, run, step } from './progress.mjs';

// Runs on whatever Node the machine has, before anything is installed: no imports but Node's own.

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Native type stripping, which the TypeScript of this project relies on, came with it. */
const leastVersion = [22, 18];
const condition = '--conditions=react-server';

/**
 * Makes sure that the packages of the lockfile are installed and that the pinned Node runs this file;
 * returns only in a process where both hold.
 * @param {string} entry the `import.meta.url` of the file that asks
 */
export async function ready(entry) {
  process.chdir(root);
  const installed = await install();
  const node = findNode();
  const same = process.version === `v${node.version}` && process.execArgv.includes(condition);
  // After an installation the file that runs us may have been replaced.
  if (same && !installed) return;
  await become(node.file, fileURLToPath(entry));
}

/** @returns {Promise<boolean>} whether anything was installed */
async function install() {
  if (isInstalled()) return false;
  const again = existsSync(join(root, 'node_modules'));
  const what = again ? 'Bringing the packages up to date' : 'Installing packages (once, about a minute)';
  await step(what, async () => {
    const { code, output } = await npm([
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      // Without a connection the usual pauses between tries add up to more than a minute.
      '--fetch-retry-mintimeout=1000',
      '--fetch-retry-maxtimeout=5000',
    ]);
    if (code === 0) return;
    if (/E?NOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output))
      throw new Refused(
        'The packages could not be installed: the npm registry cannot be reached from here. ' +
          'Connect this machine (or configure its npm), and run the command again.',
      );
    const said = output.split('\n').filter((line) => line.startsWith('npm error'));
    throw new Refused(`The packages could not be installed; npm said:\n${said.slice(0, 20).join('\n')}`);
  });
  return true;
}

/**
 * npm on the Node that came with it: `npm ci` removes the pinned one, which may be running us.
 * @param {string[]} args
 */
function npm(args) {
  const script = process.env.npm_execpath;
  const node = process.env.npm_node_execpath ?? process.execPath;
  const options = { cwd: root, env: { ...process.env, PATH: pathWithout(join(root, 'node_modules')) } };
  if (
    script !== undefined &&
    /npm-cli\.[cm]?js$/.test(script) &&
    !node.startsWith(join(root, 'node_modules'))
  )
    return run(node, [script, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** @param {string} folder */
function pathWithout(folder) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => !part.startsWith(folder))
    .join(delimiter);
}

/** Whether what npm has put here is what the lockfile names. */
export function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  // npm writes this file last, so that an interrupted installation has none.
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (wanted === null) throw new Refused(`There is no package-lock.json in ${root}.`);
  if (present === null) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
    if (path === '' || link) return true;
    const found = present[path];
    // Optional ones are for other machines, mostly.
    if (found === undefined) return optional === true;
    return found.version === version && (integrity === undefined || found.integrity === integrity);
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Installed
 * @param {string} file
 * @returns {Record<string, Installed> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** The pinned Node where there is one for this machine and it runs here; else ours, if it is new enough. */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`);
  const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    // A machine with another C library has the file and cannot run it.
    if (process.version === `v${version}` || spawnSync(file, ['--version']).status === 0)
      return { file, version };
  }
  const ours = process.versions.node;
  const [major = 0, minor = 0] = ours.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastVersion;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor))
    return { file: process.execPath, version: ours };
  throw new Refused(
    `Lectern brings its own Node for Linux and Windows, and none that runs on this machine ` +
      `(${process.platform} ${process.arch}); this Node is ${ours}. Install Node ${leastVersion.join('.')} or newer, ` +
      'better 24, from nodejs.org, and run the command again.',
  );
}

/**
 * npm hands a SIGTERM to the shell between us, which ends and tells nobody: an end of that shell is one of ours.
 * @param {() => void} stop
 */
export function whenNpmEnds(stop) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 250);
  timer.unref();
}

/**
 * Runs the same script on another Node and ends as it ends.
 * @param {string} file
 * @param {string} script
 */
function become(file, script) {
  // Whoever is started from there by name gets the same Node.
  const path = [dirname(file), process.env.PATH ?? ''].join(delimiter);
  const child = spawn(file, [condition, script, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, PATH: path },
    // The channel closes when we are killed in a way that cannot be passed on; the child then stops itself.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  whenNpmEnds(() => child.kill('SIGTERM'));
  return new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal === null) process.exit(code ?? 1);
      console.error(`Lectern was ended by ${signal}.`);
      process.exit(1);
    });
  });
}
