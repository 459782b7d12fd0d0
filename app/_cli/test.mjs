import { ready } from './install.mjs';
import { explain } from './progress.mjs';

// `npm test`. This file runs on any Node from 18 on; what it starts is TypeScript on the pinned one.
try {
  await ready(import.meta.url);
  const { runChecks } = await import('./checks.ts');
  process.exitCode = await runChecks();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
