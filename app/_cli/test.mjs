import { ready } from './install.mjs';
import { explain } from './progress.mjs';

// `npm test`, or `npm test -- lint types` for some of its checks. This file runs on any Node from 18 on; what it starts is TypeScript on the pinned one.
try {
  await ready(import.meta.url);
  const { runChecks } = await import('./checks.ts');
  // At once: what a check left open must not keep a finished run from ending.
  process.exit(await runChecks(process.argv.slice(2)));
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
