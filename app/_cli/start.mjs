import { ready } from './install.mjs';
import { explain } from './progress.mjs';

// `npm start`. This file runs on any Node from 18 on; what it starts is TypeScript on the pinned one.
const began = Number(process.env.LECTERN_BEGAN ?? Date.now());
process.env.LECTERN_BEGAN = String(began);
try {
  await ready(import.meta.url);
  const { start } = await import('./start.ts');
  await start(began);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
