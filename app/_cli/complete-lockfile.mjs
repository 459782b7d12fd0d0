import { readFileSync, writeFileSync } from 'node:fs';

// After `npm install` against a registry that lacks the binaries of other platforms, npm leaves those out of
// package-lock.json, and `npm ci` then refuses it everywhere. This puts them back, by what the packages that
// want them say of them: `node app/_cli/complete-lockfile.mjs`. Their checksums are not known here.

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix'];
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'arm', 'riscv64', 'loong64', 'wasm32'];

/**
 * Whether npm would find a package from another one's folder, going up.
 * @param {string} from
 * @param {string} name
 */
function isFound(from, name) {
  for (let at = from; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/'))))
    if (lock.packages[`${at}/node_modules/${name}`] !== undefined) return true;
  return lock.packages[`node_modules/${name}`] !== undefined;
}

for (const [path, entry] of Object.entries({ ...lock.packages }))
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isFound(path, name) || !/^\d/.test(version)) continue;
    const words = name.split(/[/@-]/);
    const system = systems.find((word) => words.includes(word));
    const processor = processors.find((word) => words.includes(word));
    const library = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(processor === undefined ? {} : { cpu: [processor] }),
      ...(entry.dev ? { dev: true } : {}),
      ...(library === undefined ? {} : { libc: [library] }),
      optional: true,
      ...(system === undefined ? {} : { os: [system] }),
    };
    console.log(`${name}@${version}`);
  }
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
