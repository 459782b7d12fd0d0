import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { allowed, type Permission } from './who-may-import-what.ts';

/** What is read: the three layers, with all that they import. */
const layers = ['app', 'db', 'lib'];
const typesOnly = '^(hast|mdast|unist)$';

export type Report = {
  /** One sentence each: who imports what against which rule. */
  faults: string[];
  /** How many of our own modules were read. */
  read: number;
  /** How many there are on disk. */
  onDisk: number;
};

/**
 * Compares every import of the project with the table of permissions. It must be called in the project's
 * folder, as dependency-cruiser resolves against it.
 */
export async function readImports(folder: string, extra: ICruiseOptions = {}): Promise<Report> {
  const present = layers.filter((layer) => modulesIn(folder, layer) > 0);
  const { output } = await cruise(
    present,
    {
      baseDir: folder,
      ruleSet: {
        allowed: allowed.map(asRule),
        allowedSeverity: 'error',
        forbidden: [
          { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
          // What cannot be found cannot be judged. Packages of types alone are found by TypeScript only.
          {
            name: 'cannot be found',
            severity: 'error',
            from: {},
            to: { couldNotResolve: true, pathNot: typesOnly },
          },
        ],
      },
      validate: true,
      // Types are imports too: who knows another's types knows that other.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      combinedDependencies: false,
      ...extra,
    },
    {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['react-server', 'types', 'node', 'import', 'default'],
      bustTheCache: true,
    },
  );
  const result = output as ICruiseResult;
  const ours = result.modules.filter(({ source }) => isModule(source) && isLayer(source));
  const onDisk = layers.reduce((sum, layer) => sum + modulesIn(folder, layer), 0);
  const faults = result.summary.violations.map(({ from, to, rule, cycle }) =>
    rule.name === 'no cycles'
      ? `cycle: ${[from, ...(cycle ?? []).map(({ name }) => name)].join(' → ')}`
      : `${from} may not import ${to} (${rule.name})`,
  );
  // With a TypeScript that it does not support it reads nothing, or by another parser all but the types;
  // and what it does not read it finds no fault with.
  if (ours.length < onDisk * 0.9) faults.push(`only ${ours.length} of ${onDisk} modules were read`);
  else if (!ours.some(({ dependencies }) => dependencies.some(isOfTypes)))
    faults.push('no import of a type was read: is this TypeScript one that dependency-cruiser supports?');
  return { faults: [...new Set(faults)].sort(), read: ours.length, onDisk };
}

function asRule({ from, to }: Permission) {
  return { from: { path: from }, to: { path: to } };
}

function isOfTypes({ dependencyTypes }: { dependencyTypes: string[] }): boolean {
  return dependencyTypes.includes('type-only');
}

function isLayer(source: string): boolean {
  return layers.some((layer) => source.startsWith(`${layer}/`));
}

function isModule(file: string): boolean {
  return /\.(tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts');
}

function modulesIn(folder: string, layer: string): number {
  try {
    return readdirSync(join(folder, layer), { recursive: true, encoding: 'utf8' }).filter(isModule).length;
  } catch {
    return 0;
  }
}
