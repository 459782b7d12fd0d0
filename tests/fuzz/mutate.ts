import { strFromU8, strToU8 } from 'fflate';
import { canals } from '#tests/fixtures/canals.ts';
import { documentXml, packDocx } from '#tests/fixtures/write-docx.ts';
import { writePdf } from '#tests/fixtures/write-pdf.ts';
import { writeHtml, writeMarkdown, writePlainText } from '#tests/fixtures/write-text.ts';
import type { Chance } from './chance.ts';

const html = strToU8(writeHtml(canals));
const xml = strToU8(documentXml(canals));
const sound: Record<string, Uint8Array> = {
  'a.txt': strToU8(writePlainText(canals)),
  'a.md': strToU8(writeMarkdown(canals)),
  'a.html': html,
  'a.pdf': writePdf(canals, { divide: true }),
};

/** What parsers stumble over, in every format. */
const pieces = [
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&',
    '&#x202e;',
    '&#0;',
    '&lt;script&gt;',
    '<p>',
    '<b>',
    '<td>',
  ],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<svg><script>',
    '<template>',
    '<plaintext>',
    '<select><option>',
    '<table><tr><p>',
  ],
  ...[
    '```\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '|a|b|\n|-|-|\n',
    '[^1]: ',
    '[a](',
    '![',
    '***',
    '~~~',
    '---\n',
    '\\',
    '$$',
  ],
  ...[
    '\0',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\u0301'.repeat(40),
    '\u{e0041}',
    '\x1b[2J',
    '\r',
    '\x85',
  ],
  ...[
    'w:',
    '<w:p>',
    '</w:p>',
    '<w:tbl>',
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>',
    'xml:space="',
    '<?xml ',
    '<!DOCTYPE a>',
  ],
  ...[
    'endobj',
    'stream\n',
    'endstream',
    '<<',
    '>>',
    '[[[[',
    '/Kids [2 0 R]',
    '/Length -1',
    '(((',
    'BT',
    'Tj',
    '9'.repeat(40),
  ],
  ...[
    '. ',
    '.'.repeat(50),
    '“',
    '"',
    '(',
    ')',
    'a'.repeat(3000),
    'A '.repeat(300),
    '-\n',
    '\n\n',
    '\t',
    ' '.repeat(500),
  ],
];

/** A sound document of some format with a few faults in it. */
export function mutated(chance: Chance): { name: string; bytes: Uint8Array } {
  const name = chance.pick(['a.txt', 'a.md', 'a.html', 'a.html', 'a.docx', 'a.docx', 'a.pdf']);
  if (name !== 'a.docx') return { name, bytes: damage(sound[name] ?? html, chance) };
  // Faults in the archive stop it at the door; most should reach what is inside.
  if (chance.next() < 0.2) return { name, bytes: damage(packDocx(strFromU8(xml)), chance) };
  return { name, bytes: packDocx(strFromU8(damage(xml, chance))) };
}

function damage(bytes: Uint8Array, chance: Chance): Uint8Array {
  let out = bytes;
  for (let count = chance.between(1, 6); count > 0; count -= 1) out = chance.pick(damages)(out, chance);
  return out.length > largest ? out.subarray(0, largest) : out;
}

const largest = 200_000;

const damages: ((bytes: Uint8Array, chance: Chance) => Uint8Array)[] = [
  function flipBits(bytes, chance) {
    const out = bytes.slice();
    for (let count = chance.between(1, 12); count > 0; count -= 1) {
      const at = chance.below(out.length);
      out[at] = (out[at] ?? 0) ^ (1 << chance.below(8));
    }
    return out;
  },
  function setBytes(bytes, chance) {
    const out = bytes.slice();
    for (let count = chance.between(1, 4); count > 0; count -= 1)
      out[chance.below(out.length)] = chance.below(256);
    return out;
  },
  function cutEnd(bytes, chance) {
    return bytes.subarray(0, chance.below(bytes.length + 1));
  },
  function cutOut(bytes, chance) {
    const [from, to] = stretch(bytes, chance);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  function repeat(bytes, chance) {
    const [from, to] = stretch(bytes, chance);
    const times = chance.between(2, chance.pick([4, 40, 400]));
    const room = Math.max(1, Math.floor(largest / Math.max(1, to - from)));
    const copies = Array.from({ length: Math.min(times, room) }, () => bytes.subarray(from, to));
    return joined(bytes.subarray(0, to), ...copies, bytes.subarray(to));
  },
  function swap(bytes, chance) {
    const [from, to] = stretch(bytes, chance);
    const at = chance.below(from + 1);
    return joined(
      bytes.subarray(0, at),
      bytes.subarray(from, to),
      bytes.subarray(at, from),
      bytes.subarray(to),
    );
  },
  insert,
  insert,
  function insertMany(bytes, chance) {
    const piece = strToU8(chance.pick(pieces));
    const times = Math.min(chance.between(10, 3000), Math.floor(largest / piece.length));
    const at = chance.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), ...Array.from({ length: times }, () => piece), bytes.subarray(at));
  },
  function splice(bytes, chance) {
    const other = chance.pick(Object.values(sound));
    const [from, to] = stretch(other, chance);
    const at = chance.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at));
  },
];

function insert(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length + 1);
  return joined(bytes.subarray(0, at), strToU8(chance.pick(pieces)), bytes.subarray(at));
}

function stretch(bytes: Uint8Array, chance: Chance): [from: number, to: number] {
  const from = chance.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + chance.below(chance.pick([8, 80, 2000]) + 1))];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
