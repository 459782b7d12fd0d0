import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the folders say can be asked of Lectern: the left side of the table of access. */
export type OnDisk = {
  /** Address pattern, as "/courses/[course]", by the file that answers it. */
  pages: Map<string, string>;
  /** "POST /api/attempts/[attempt]/responses", by its file. */
  handlers: Map<string, string>;
  /** "learn/actions.ts startQuiz", by its file: each is a public POST address. */
  actions: Map<string, string>;
  /** "queries/courses.ts readCourse": what can be asked of the data layer, by its file. */
  operations: Map<string, string>;
  /** Server actions that stand elsewhere than in a file named actions.ts: no rule would find them. */
  strayActions: string[];
};

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Files that Next answers at an address of their own, beside page and route. */
const metadataRoutes =
  /^(robots|sitemap|manifest|icon|apple-icon|opengraph-image|twitter-image)\.(ts|tsx|js)$/;

export function readDisk(root: string): OnDisk {
  const found: OnDisk = {
    pages: new Map(),
    handlers: new Map(),
    actions: new Map(),
    operations: new Map(),
    strayActions: [],
  };
  for (const file of filesBelow(join(root, 'app'))) {
    const path = relative(join(root, 'app'), file).split(sep).join('/');
    const folder = path.split('/').slice(0, -1);
    const base = path.split('/').at(-1) ?? '';
    // A folder that begins with an underscore has no address.
    const isRouted = !folder.some((part) => part.startsWith('_'));
    const address = `/${folder.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
    if (!/\.[jt]sx?$/.test(base) || /\.test\.tsx?$/.test(base)) continue;
    const text = readFileSync(file, 'utf8');
    if (isRouted && /^page\.[jt]sx?$/.test(base)) found.pages.set(address, path);
    if (isRouted && metadataRoutes.test(base)) found.handlers.set(`GET ${address} (${base})`, path);
    if (isRouted && /^route\.[jt]sx?$/.test(base))
      for (const name of exportsOf(text))
        if (methods.includes(name)) found.handlers.set(`${name} ${address}`, path);
    if (/^actions\.tsx?$/.test(base) && /^\s*['"]use server['"]/.test(text))
      for (const name of exportsOf(text)) found.actions.set(`${path} ${name}`, path);
    else if (/^\s*['"]use server['"]/m.test(text)) found.strayActions.push(path);
  }
  for (const folder of ['queries', 'commands'])
    for (const file of filesBelow(join(root, 'db', folder))) {
      const path = relative(join(root, 'db'), file).split(sep).join('/');
      if (!path.endsWith('.ts') || path.endsWith('.test.ts')) continue;
      const text = readFileSync(file, 'utf8');
      // What needs a transaction is a part of an operation, and cannot be called from outside.
      for (const name of exportsOf(text))
        if (new RegExp(`export async function ${name}\\((?!\\s*tx: Tx)`).test(text))
          found.operations.set(`${path} ${name}`, path);
    }
  return found;
}

/** Names of the values a module exports; types are left out. */
export function exportsOf(source: string): string[] {
  const names: string[] = [];
  for (const [, name] of source.matchAll(
    /^export\s+(?:default\s+)?(?:async\s+)?(?:function\*?|const|let|class)\s+(\w+)/gm,
  ))
    if (name !== undefined) names.push(name);
  for (const [, list] of source.matchAll(/^export\s+\{([^}]*)\}/gm))
    for (const entry of (list ?? '').split(',')) {
      const name = entry
        .trim()
        .split(/\s+as\s+/)
        .at(-1);
      if (name !== undefined && name !== '' && !entry.trim().startsWith('type ')) names.push(name);
    }
  return names;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
