import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Key, Sheet } from '#lib/analytics/judging/sheet.ts';
import { criteria } from '#lib/analytics/judging/verdict.ts';

/** In the order in which they build upon each other. */
const scripts = ['in-browser/state.ts', 'in-browser/fields.ts', 'in-browser/run.ts'];

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/**
 * A page for people who judge: one file that opens without a server, asks nothing of the network and keeps the
 * verdicts in the browser until they are saved.
 */
export function judgingPage(sheet: Sheet, key: Key): string {
  const wanted = new Set(sheet.items.map(({ id }) => id));
  const shown = key.items
    .filter(({ id }) => wanted.has(id))
    // A judge is to know the key, and not from where the question comes.
    .map((item) => ({ ...item, source: '', part: null, template: null, item: '' }));
  const data = {
    sheet,
    criteria,
    key: Buffer.from(JSON.stringify(shown)).toString('base64'),
  };
  const style = `${read('../../_ui/styles/tokens.css')}\n${read('in-browser/judging.css')}`;
  const script = scripts.map(asScript).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'">
<title>Judging questions</title>
<style>${style}</style>
</head>
<body>
<header>
<p id="progress"></p>
<label>Your name <input id="judge" autocomplete="name"></label>
<button type="button" id="back">Previous</button>
<button type="button" id="forward">Skip</button>
<button type="button" id="save">Save verdicts</button>
</header>
<main>
<div>
<form id="question" novalidate></form>
<p id="status" role="status"></p>
</div>
<div>
<h2 id="of-text">The text</h2>
<div id="text" tabindex="0" role="region" aria-labelledby="of-text"></div>
</div>
</main>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

/** A module without its types; a file that opens without a server can import nothing, so all become one. */
function asScript(path: string): string {
  return stripTypeScriptTypes(read(path))
    .replace(/^import [^;]*;$/gm, '')
    .replace(/^export /gm, '')
    .replace(/^ +$/gm, '');
}

function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
