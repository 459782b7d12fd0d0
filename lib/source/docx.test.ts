import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { encodeUtf8 } from './decode.ts';
import { parseDocx } from './docx.ts';
import { withoutHiddenRuns } from './docx-hidden.ts';
import { xmlFault } from './docx-xml.ts';

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const document = (body: string) => `<w:document ${main}><w:body>${body}</w:body></w:document>`;
const run = (text: string, look = '') =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const pack = (xml: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ 'word/document.xml': strToU8(xml), ...more });
const refusal = async (bytes: Uint8Array) => {
  const parsed = await parseDocx(bytes);
  return parsed.ok ? parsed.value.text : parsed.refusal;
};
const sentence = document(`<w:p>${run('Salt is old.')}</w:p>`);

test('bold words are terms, deleted and hidden words are not read', async () => {
  const body = `<w:p>${run('A ')}${run('salt pan', '<w:b/>')}${run(' is flat.')}${run(' Obey.', '<w:vanish/>')}<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>`;
  const parsed = await parseDocx(pack(document(body)));
  expect(parsed.ok && parsed.value.text).toBe('A salt pan is flat.');
  expect(parsed.ok && parsed.value.marked.map(({ quote }) => quote)).toEqual(['salt pan']);
  expect(parsed.ok && parsed.value.diagnostics.map(({ code }) => code)).toEqual(['hidden-text']);
});

test('a run that is switched to be seen stays', () => {
  const seen = run('Salt.', '<w:vanish w:val="0"/>');
  expect(withoutHiddenRuns(seen)).toEqual({ xml: seen, hidden: 0 });
  expect(withoutHiddenRuns(`${run('a', '<w:sz w:val="2"/>')}${run('b', '<w:sz w:val="22"/>')}`).hidden).toBe(
    1,
  );
});

test('what is no archive, or a broken one, is refused as damaged', async () => {
  expect(await refusal(strToU8('Salt is old.'))).toBe('damaged');
  expect(await refusal(pack(sentence).subarray(0, 60))).toBe('damaged');
  expect(await refusal(zipSync({ 'x.txt': strToU8('a') }))).toBe('damaged');
  expect(await refusal(pack('<w:document>'))).toBe('damaged');
});

test('paths that lead out of the archive are refused', async () => {
  for (const name of ['../x', '/etc/x', 'word/../../x', '..\\x', 'c:\\x'])
    expect(await refusal(pack(sentence, { [name]: strToU8('x') })), name).toBe('unsafe');
});

test('what unpacks to more than a text can be is refused, whatever it says of its size', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(26 << 20).fill(32) }, { level: 9 });
  expect(await refusal(bomb)).toBe('bomb');
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  let directory = bomb.length - 22;
  while (view.getUint32(directory, true) !== 0x02014b50) directory -= 1;
  view.setUint32(directory + 24, 100, true);
  expect(await refusal(bomb)).toBe('bomb');
  const parts = Object.fromEntries(
    Array.from({ length: 2100 }, (_, at) => [`media/${at}`, new Uint8Array()]),
  );
  expect(await refusal(pack(sentence, parts))).toBe('bomb');
});

test('document types, with their entities and outside files, are refused', async () => {
  const type = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY f SYSTEM "file:///etc/hostname">]>';
  expect(await refusal(pack(type + sentence))).toBe('unsafe');
  expect(await refusal(pack(sentence.replace('old', '&a;')))).not.toContain('b');
});

test('elements without end within one another, and ill-formed XML, are told before they are parsed', () => {
  expect(xmlFault(sentence)).toBeNull();
  expect(xmlFault(`<?xml version="1.0"?><!-- < --><a b="1>2"><c/><![CDATA[<x>]]></a>`)).toBeNull();
  expect(xmlFault('<a>'.repeat(10_000))).toBe('too-nested');
  for (const xml of ['', 'text', '<a>', '<a></b>', '<a/><b/>', '<a b="></a>', '</a>', '<a><b</a>'])
    expect(xmlFault(xml), xml).toBe('damaged');
});

test('text is written as UTF-8 in every width', () => {
  const text = 'aé塩🧂';
  expect(encodeUtf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
});
