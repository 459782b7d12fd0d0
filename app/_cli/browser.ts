import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './install.mjs';
import { Refused, run, step } from './progress.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
];

const places: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : [join(folder, 'Google/Chrome/Application/chrome.exe')];
  }),
};

/**
 * The Chromium that the browser tests run in: the system's, else Playwright's own download, else (as root
 * on Debian and its kin) the package. Without one there is a sentence and a failure, never a silent skip.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env.LECTERN_CHROMIUM ?? '';
  if (chosen !== '') return chosen;
  const system = await firstThatRuns([...onPath(), ...(places[process.platform] ?? [])]);
  if (system !== null) return system;
  const downloaded = await playwrightsOwn();
  if (downloaded !== null) return downloaded;
  const packaged = await debianPackage();
  if (packaged !== null) return packaged;
  throw new Refused(
    'There is no Chromium or Chrome here, and none could be fetched: install one, for example with ' +
      '`npx playwright install --with-deps chromium` or `sudo apt-get install chromium`, and run npm test again.',
  );
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((file) => existsSync(file));
}

/** A file alone proves nothing: Ubuntu's `chromium-browser` is a note that names a snap. */
async function firstThatRuns(files: readonly string[]): Promise<string | null> {
  for (const file of files) {
    if (!existsSync(file)) continue;
    // Chrome on Windows opens a window instead of telling its version.
    if (process.platform === 'win32') return file;
    const { code, output } = await run(file, ['--version'], { timeout: 20_000 });
    if (code === 0 && /Chrom/.test(output)) return file;
  }
  return null;
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  const before = await firstThatRuns([file]);
  if (before !== null) return before;
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  // Without a connection it waits for long: what has said nothing for a minute is not coming.
  await step('Downloading a Chromium (once)', () =>
    run(process.execPath, [cli, 'install', 'chromium'], { cwd: root, timeout: 300_000, silence: 60_000 }),
  );
  return firstThatRuns([file]);
}

async function debianPackage(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !isDebian()) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('Installing the package chromium (once)', async () => {
    const install = () =>
      run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, timeout: 600_000 });
    if ((await install()).code === 0) return;
    await run('apt-get', ['update'], { env, timeout: 300_000 });
    await install();
  });
  return firstThatRuns(['/usr/bin/chromium']);
}

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
