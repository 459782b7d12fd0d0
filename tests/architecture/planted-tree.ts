import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A copy of the project in a folder of its own, to plant faults in. */
export type PlantedTree = {
  folder: string;
  plant(file: string, text: string): void;
  run(tool: string, ...args: string[]): Promise<{ code: number; output: string }>;
  remove(): void;
};

const copied = ['app', 'db', 'lib', 'biome.json', 'package.json', 'tsconfig.json', 'tests/architecture'];

export function copyTree(): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'lectern planted '));
  for (const name of copied) cpSync(resolve(name), join(folder, name), { recursive: true });
  // biome.json asks git which files to leave out; this folder has no git.
  writeFileSync(join(folder, '.gitignore'), 'node_modules/\n');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    plant: (file, text) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    run: (tool, ...args) =>
      new Promise((done) => {
        execFile(
          process.execPath,
          [resolve('node_modules', tool), ...args],
          { cwd: folder, maxBuffer: 50_000_000 },
          (error, stdout, stderr) => {
            done({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
          },
        );
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
