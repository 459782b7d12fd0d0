import { canals } from '#tests/fixtures/canals.ts';
import { documentXml, packDocx } from '#tests/fixtures/write-docx.ts';
import { packPdf } from '#tests/fixtures/write-pdf.ts';
import { writeHtml, writeMarkdown, writePlainText } from '#tests/fixtures/write-text.ts';
import type { Piece, Writing } from '#tests/fixtures/writing.ts';
import { type Attack, article, hiddenCanary, inPage, many, order, page, text } from './attack.ts';

/** Documents whose text or markup is the attack. */
export const textAttacks: Record<string, Attack> = {
  'deep HTML': (chance) => {
    const tag = chance.pick(
      'div span b i a p ul li table td blockquote section font em q dfn svg math button form'.split(' '),
    );
    return inPage(many(`<${tag}>`, chance, 10_000) + order);
  },
  'deep closed HTML': (chance) => {
    const tag = chance.pick(['div', 'blockquote', 'b', 'span', 'table><tr><td', 'ul><li']);
    const count = chance.between(1, 10_000);
    const closing = tag
      .split('><')
      .reverse()
      .map((name) => `</${name}>`)
      .join('');
    return inPage(`<${tag}>`.repeat(count) + order + closing.repeat(count));
  },
  'open formatting before many blocks': (chance) =>
    inPage(
      Array.from({ length: chance.between(1, 2000) }, (_, at) => `<b id=x${at}>`).join('') +
        many('<p>x', chance, 4000),
    ),
  'unclosed tags': (chance) =>
    inPage(
      many(
        chance.pick(['<p><table>', '<a href="', '<!--', '<script>', '<', '</', '<td', '<select><p>']),
        chance,
        5000,
      ),
    ),
  'hidden text in HTML': (chance) =>
    inPage(
      chance.pick([
        (inner: string) => `<script>var a = "${inner}"</script>`,
        (inner: string) => `<style>p::after { content: "${inner}" }</style>`,
        (inner: string) => `<!-- ${inner} -->`,
        (inner: string) => `<p hidden>${inner}</p>`,
        (inner: string) => `<div style="display: none"><p>${inner}</p></div>`,
        (inner: string) => `<p style="VISIBILITY:hidden">${inner}</p>`,
        (inner: string) => `<p style="font-size:0px">${inner}</p>`,
        (inner: string) => `<p>A boat. <span style="position:absolute;left:-9999px">${inner}</span></p>`,
        (inner: string) => `<p aria-hidden="true">${inner}</p>`,
        (inner: string) => `<template><p>${inner}</p></template>`,
        (inner: string) => `<iframe srcdoc="${inner}">${inner}</iframe>`,
        (inner: string) => `<noscript>${inner}</noscript>`,
        (inner: string) => `<textarea>${inner}</textarea><select><option>${inner}</select>`,
        (inner: string) => `<p title="${inner}"><img alt="${inner}" src=x onerror="${inner}"></p>`,
      ])(`A ${hiddenCanary} is a device that holds the gates of a lock.`),
    ),
  'hidden text in Markdown': (chance) =>
    text(
      'a.md',
      article.replace(
        '\n\n## ',
        `\n\n${chance.pick([`<!-- ${hiddenCanary} -->`, `<div hidden>\n${hiddenCanary}\n</div>`, `A boat. <span style="display:none">${hiddenCanary}</span>`, `[^9]: ${hiddenCanary}`, `<script>\n\n${hiddenCanary}\n\n</script>`, `![${hiddenCanary}](x "${hiddenCanary}")`, `[a boat](http://x.example "${hiddenCanary}")`])}\n\n## `,
      ),
    ),
  'hidden text in a Word document': (chance) => {
    const look = chance.pick(['<w:vanish/>', '<w:sz w:val="2"/>', '<w:b/><w:vanish w:val="true"/>']);
    const run = `<w:p><w:r><w:rPr>${look}</w:rPr><w:t>A ${hiddenCanary} is a device.</w:t></w:r></w:p>`;
    return { name: 'a.docx', bytes: packDocx(documentXml(canals).replace('<w:body>', `<w:body>${run}`)) };
  },
  'hidden text in a PDF': (chance) => {
    const seen = Array.from({ length: 9 }, (_, at) => ({
      text: 'A lock is a chamber of water that raises boats.',
      x: 72,
      y: 700 - 14 * at,
      size: 11,
    }));
    const place = chance.pick([
      { x: 72, y: 300, size: 0.5 },
      { x: -900, y: 300, size: 11 },
      { x: 72, y: 5000, size: 11 },
    ]);
    return { name: 'a.pdf', bytes: packPdf([[...seen, { ...place, text: hiddenCanary }]]) };
  },
  'an order in plain sight': (chance) => {
    const name = chance.pick(['a.txt', 'a.md', 'a.html', 'a.docx'] as const);
    const pieces = canals.pieces.map(
      (piece): Piece =>
        piece.kind === 'paragraph' ? { ...piece, text: [...piece.text, ' ', order] } : piece,
    );
    const ordered: Writing = { ...canals, pieces };
    if (name === 'a.docx') return { name, bytes: packDocx(documentXml(ordered)) };
    const write = { 'a.txt': writePlainText, 'a.md': writeMarkdown, 'a.html': writeHtml }[name];
    return text(name, write(ordered));
  },
  'deep Markdown': (chance) =>
    text(
      'a.md',
      article +
        many(
          chance.pick([
            '> ',
            '- ',
            '1. ',
            '[',
            '![',
            '*',
            '_a',
            '`',
            '<b>',
            '**a ',
            '[a](',
            '| ',
            '  - a\n',
            '#',
          ]),
          chance,
          10_000,
        ) +
        order,
    ),
  'many blocks of Markdown': (chance) =>
    text(
      'a.md',
      many(
        chance.pick([
          '# a\n\n',
          '- a\n',
          '> a\n\n',
          '|a|b|\n|-|-|\n\n',
          '[^1]: a\n\n',
          '```\na\n```\n',
          '---\n',
          'a\n===\n',
          '[a]: b\n',
        ]),
        chance,
        4000,
      ) + article,
    ),
  'a huge word': (chance) => {
    const word = many(
      chance.pick(['a', 'ab-', 'é', '\u0301', 'A.', '1,', 'a’', '漢', '\u{1f600}', '.a', '-', 'ing']),
      chance,
      100_000,
    );
    return chance.pick([
      text('a.txt', `${word} ${writePlainText(canals)}`),
      text('a.md', `${article}\n${word}`),
      inPage(`<p>${word}</p>`),
    ]);
  },
  'unseen characters': (chance) => {
    const mark = chance.pick([
      '\u202e',
      '\u2066',
      '\u200b',
      '\u200d',
      '\ufeff',
      '\u{e0041}',
      '\u0007',
      '\u00ad',
    ]);
    const spread = (content: string) =>
      content.replace(/ (?=[a-z])/g, () => (chance.next() < 0.3 ? ` ${mark}` : ' '));
    return chance.pick([
      text('a.txt', spread(writePlainText(canals))),
      text('a.md', spread(article)),
      text('a.html', page.replace(/ a /g, ` &#${mark.codePointAt(0)};a `)),
    ]);
  },
  'NUL and control characters': (chance) =>
    text(
      chance.pick(['a.txt', 'a.md', 'a.html']),
      page.replace(/ /g, () => (chance.next() < 0.05 ? chance.pick(['\0', '\x08', '\x1b']) : ' ')),
    ),
  'lines without end': (chance) =>
    text(
      'a.txt',
      many(
        chance.pick([
          'a\n',
          '- a\n',
          '===\n',
          'A B C\n\n',
          '    x\n',
          '> \n',
          'a | b\n',
          'x-\n',
          '1. A\n',
          'CHAPTER I\n\n',
          '[1] a\n\n',
        ]),
        chance,
        20_000,
      ),
    ),
};
