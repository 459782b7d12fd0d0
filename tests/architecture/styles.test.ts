import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../app/_ui/styles/', import.meta.url);
/** These say again what other files say: on paper, and where the layers of the cascade are not known. */
const sayAgain = ['print.css', 'fallback.css', 'shared.css'];

/** The classes that a style file gives a look of their own to, outside of any media query. */
function definedIn(css: string): Set<string> {
  const rules = css.replace(/\/\*.*?\*\//gs, '').matchAll(/^ {2}([^@{}\n][^{}]*)\{/gm);
  return new Set(
    [...rules].flatMap(([, selectors = '']) =>
      selectors.split(',').flatMap((each) => /^\s*\.([a-z][\w-]*)\s*$/.exec(each)?.[1] ?? []),
    ),
  );
}

test('no class is given its look in two style files: the later one would change pages that it does not know', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.css') && !sayAgain.includes(name));
  expect(files.length).toBeGreaterThan(20);
  const owners = new Map<string, string[]>();
  for (const file of files)
    for (const name of definedIn(readFileSync(new URL(file, folder), 'utf8')))
      owners.set(name, [...(owners.get(name) ?? []), file]);
  expect(owners.size).toBeGreaterThan(100);
  expect([...owners].filter(([, own]) => own.length > 1)).toEqual([]);
});
