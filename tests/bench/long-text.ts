import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tag } from '#lib/compiler/language.ts';
import type { Span } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { Chance } from '../fuzz/chance.ts';
import { root } from './root.ts';

/** A word or mark, and what stands before and behind it: white space, and where the author set words apart. */
type Piece = { text: string; pos: string; before: string; behind: string };
type Paragraph = { pieces: Piece[]; words: number };
/** A document of the corpus, taken apart for being written anew. */
export type Model = { title: string; paragraphs: Paragraph[] };

const folders = ['tests/corpus/tuning', 'tests/corpus/held-out', 'content/russia-china-2024'];

/** The test corpus and the bundled article: prose of many subjects, as a textbook or magazine prints it. */
export async function readModels(): Promise<Model[]> {
  const models: Model[] = [];
  for (const folder of folders.map((name) => join(root, name)))
    for (const name of (await readdir(folder)).toSorted()) {
      if (!/\.(?:md|txt|html)$/.test(name) || name === 'LICENSE.md') continue;
      const parsed = await parseSource(name, await readFile(join(folder, name)));
      if (!parsed.ok) throw new Error(`${name} in ${folder} was refused: ${parsed.refusal}`);
      const { text, blocks, title, marked } = parsed.value;
      const paragraphs = blocks
        .filter((block) => block.kind === 'paragraph')
        .map((block) => takeApart(text.slice(block.start, block.end), block.start, marked));
      models.push({ title: title || name, paragraphs });
    }
  return models;
}

function takeApart(text: string, start: number, marked: readonly Span[]): Paragraph {
  const opens = new Set(marked.map((span) => span.start - start));
  const closes = new Set(marked.map((span) => span.end - start));
  const tokens = tag(text);
  const pieces = tokens.map((token, at) => ({
    text: token.text,
    pos: token.pos,
    before: opens.has(token.start) ? '**' : '',
    behind: (closes.has(token.end) ? '**' : '') + text.slice(token.end, tokens[at + 1]?.start ?? text.length),
  }));
  return { pieces, words: text.split(/\s+/).length };
}

/** How often a noun gives way to another one of the models, and how often a name is another one in a writing. */
const nounsChanged = 1 / 4;
const namesChanged = 1 / 2;

/**
 * A Markdown text of about so many words, made of the models again and again: in another order each time, the
 * paragraphs of each in another order, with other names and numbers and some other nouns. Its sentences are
 * built as people build them, hardly one comes twice, and its vocabulary grows as that of a long book does.
 */
export function longText(models: readonly Model[], words: number, seed: number): string {
  const chance = new Chance(seed);
  const nouns = nounsByForm(models);
  const parts = ['# A long text'];
  for (let written = 0, round = 1; written < words; round += 1)
    for (const model of shuffled(models, chance)) {
      if (written >= words) break;
      const names = new Map<string, string>();
      parts.push(`## ${model.title}, part ${round}`);
      for (const paragraph of shuffled(model.paragraphs, chance)) {
        if (written >= words) break;
        parts.push(varied(paragraph, nouns, names, chance));
        written += paragraph.words;
      }
    }
  return parts.join('\n\n');
}

function varied(
  paragraph: Paragraph,
  nouns: ReadonlyMap<string, string[]>,
  names: Map<string, string>,
  chance: Chance,
): string {
  return paragraph.pieces
    .map(({ text, pos, before, behind }) => before + variedWord(text, pos, nouns, names, chance) + behind)
    .join('');
}

function variedWord(
  text: string,
  pos: string,
  nouns: ReadonlyMap<string, string[]>,
  names: Map<string, string>,
  chance: Chance,
): string {
  if (/^\d+$/.test(text)) return otherNumber(text, chance);
  if (pos === 'PROPN' && /^\p{Lu}\p{Ll}{2,}$/u.test(text)) return nameFor(text, names, chance);
  const alike = pos === 'NOUN' ? nouns.get(formOf(text)) : undefined;
  return alike !== undefined && chance.next() < nounsChanged ? chance.pick(alike) : text;
}

/** Of the same length, and a year stays in its century. */
function otherNumber(digits: string, chance: Chance): string {
  const kept = digits.length === 4 ? 2 : 1;
  return digits.slice(0, kept) + digits.slice(kept).replace(/\d/g, () => String(chance.below(10)));
}

const beginnings = [
  'Al',
  'Bren',
  'Cor',
  'Dal',
  'El',
  'Fen',
  'Gar',
  'Hol',
  'Is',
  'Kel',
  'Lor',
  'Mar',
  'Nor',
  'Os',
];
const middles = ['a', 'e', 'i', 'o', 'and', 'est', 'ing', 'or', 'un', 'av', 'el', 'im'];
const ends = [
  'bury',
  'dale',
  'den',
  'ford',
  'gard',
  'ham',
  'land',
  'mont',
  'ric',
  'stein',
  'ton',
  'ville',
  'wick',
];

/** One name is the same name throughout one writing of a document. */
function nameFor(name: string, names: Map<string, string>, chance: Chance): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const made =
    chance.next() < namesChanged ? chance.pick(beginnings) + chance.pick(middles) + chance.pick(ends) : name;
  names.set(name, made);
  return made;
}

/** Nouns that can stand for each other: both plain, both plural or not, both behind "a" or "an". */
function formOf(noun: string): string {
  return `${/^[a-z]{3,}$/.test(noun)} ${/[^s]s$/.test(noun)} ${/^[aeiou]/.test(noun)}`;
}

function nounsByForm(models: readonly Model[]): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const { text, pos } of models.flatMap((model) => model.paragraphs.flatMap(({ pieces }) => pieces))) {
    const form = formOf(text);
    if (pos === 'NOUN' && form.startsWith('true')) out.set(form, [...(out.get(form) ?? []), text]);
  }
  return out;
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  return list
    .map((value) => ({ value, at: chance.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
