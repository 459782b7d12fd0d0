import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** Made once, at the build, and so the mark of the build in it too. */
export const dynamic = 'force-static';

/** In the order in which they build upon each other; a worker that every browser takes imports nothing. */
const parts = ['what-is-kept.ts', 'worker.ts'];

/** The service worker: at the root, so that it may answer for every page. */
export function GET(): Response {
  const script = [`const build = '${randomUUID().slice(0, 8)}';`, ...parts.map(asScript)].join('\n');
  return new Response(script, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; connect-src 'self'",
    },
  });
}

function asScript(part: string): string {
  return stripTypeScriptTypes(readFileSync(join(process.cwd(), 'app/_offline', part), 'utf8'))
    .replace(/^import [^;]*;$/gm, '')
    .replace(/^export /gm, '')
    .replace(/^ *\/?\*.*$/gm, '')
    .replace(/\n\s*\n+/g, '\n');
}
