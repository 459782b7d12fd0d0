import { strToU8, zipSync, zlibSync } from 'fflate';
import { canals } from '#tests/fixtures/canals.ts';
import { documentXml, packDocx, wrapBody } from '#tests/fixtures/write-docx.ts';
import { packPdf, writeObjects } from '#tests/fixtures/write-pdf.ts';
import { type Attack, many, order, page, paragraph, text } from './attack.ts';

/** Documents whose packing or structure is the attack. */
export const archiveAttacks: Record<string, Attack> = {
  'entities that multiply, and files from elsewhere': (chance) => {
    const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
      '',
    );
    const outside = `<!ENTITY x SYSTEM "file:///etc/hostname">`;
    const type = `<!DOCTYPE w:document [<!ENTITY l0 "lol">${lol}${outside}]>`;
    const broken = documentXml(canals)
      .replace('<w:document', `${type}<w:document`)
      .replace('A river', '&l9;&x; A river');
    return chance.pick([
      { name: 'a.docx', bytes: packDocx(broken) },
      { name: 'a.docx', bytes: packDocx(documentXml(canals).replace('A river', '&l9;&x;&amp;amp; A river')) },
      text('a.html', `<?xml version="1.0"?>${type}${page.replace('A river', '&l9;&x; A river')}`),
    ]);
  },
  'a Word document that unpacks without end': (chance) => {
    const megabytes = chance.between(25, 40);
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(megabytes << 20).fill(0x20) }, { level: 9 });
    // It may declare that it is small.
    if (chance.next() < 0.5)
      new DataView(bomb.buffer, bomb.byteOffset).setUint32(findDirectory(bomb) + 24, 1000, true);
    return { name: 'a.docx', bytes: bomb };
  },
  'a Word document with paths that lead out': (chance) => {
    const name = chance.pick([
      '../../../etc/cron.d/x',
      '/etc/passwd',
      '..\\..\\x.dll',
      'word/../../x',
      'C:\\x',
    ]);
    return { name: 'a.docx', bytes: packDocx(documentXml(canals), { [name]: strToU8('x') }) };
  },
  'a Word document with too many parts': (chance) => {
    const parts = Object.fromEntries(
      Array.from({ length: chance.between(1, 3000) }, (_, at) => [`word/media/${at}`, new Uint8Array()]),
    );
    return { name: 'a.docx', bytes: packDocx(documentXml(canals), parts) };
  },
  'deep Word documents': (chance) => {
    const [open = '', close = ''] = chance.pick([
      ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
      ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
      ['<w:p><w:ins>', '</w:ins></w:p>'],
      ['<w:p><w:r><w:pict><w:txbxContent>', '</w:txbxContent></w:pict></w:r></w:p>'],
      ['<x>', '</x>'],
    ]);
    const count = chance.between(1, 10_000);
    return {
      name: 'a.docx',
      bytes: packDocx(
        wrapBody(paragraph(order) + open.repeat(count) + paragraph(order) + close.repeat(count)),
      ),
    };
  },
  'many Word paragraphs': (chance) => ({
    name: 'a.docx',
    bytes: packDocx(
      wrapBody(
        many(
          chance.pick([
            paragraph('a'),
            '<w:p/>',
            '<w:r/>',
            '<w:br/>',
            '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
          ]),
          chance,
          6000,
        ) + paragraph(order),
      ),
    ),
  }),
  'a PDF that unpacks without end': (chance) => {
    const size = chance.between(33, 48) << 20;
    const stream = zlibSync(new Uint8Array(size).fill(chance.pick([0x20, 0x71, 0x28])), { level: 9 });
    const twice = chance.next() < 0.3 ? zlibSync(stream) : stream;
    const filter = twice === stream ? '/FlateDecode' : '[/FlateDecode /FlateDecode]';
    return {
      name: 'a.pdf',
      bytes: writeObjects([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
        { dictionary: `/Length ${twice.length} /Filter ${filter}`, stream: twice },
      ]),
    };
  },
  'a PDF that turns in circles': (chance) => {
    const pages = chance.pick([
      '<< /Type /Pages /Count 1 /Kids [2 0 R] >>',
      '<< /Type /Pages /Count 99999999 /Kids [3 0 R 3 0 R] >>',
      `<< /Type /Pages /Count 1 /Kids ${'['.repeat(chance.between(1, 10_000))} >>`,
      `<< /Type /Pages /Count -5 /Kids [${'3 0 R '.repeat(chance.between(1, 3000))}] >>`,
      '2 0 R',
    ]);
    return {
      name: 'a.pdf',
      bytes: writeObjects([
        '<< /Type /Catalog /Pages 2 0 R /Prev 9 0 R >>',
        pages,
        '<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Resources 3 0 R /Contents [4 0 R 4 0 R] >>',
        {
          dictionary: '/Length 9',
          stream: strToU8(many(chance.pick(['q ', 'BT ', '(a) Tj ', '[', '<<', '/F1 9 Tf ']), chance, 9000)),
        },
      ]),
    };
  },
  'a PDF of many scattered words': (chance) => ({
    name: 'a.pdf',
    bytes: packPdf(
      Array.from({ length: chance.between(1, 4) }, () =>
        Array.from({ length: chance.between(1, 3000) }, () => ({
          text: chance.pick(['a', 'lock', 'A b c.', '1.', '•']),
          x: chance.below(600),
          y: chance.below(850),
          size: chance.between(1, 40),
        })),
      ),
    ),
  }),
};

function findDirectory(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = bytes.length - 22;
  while (view.getUint32(at, true) !== 0x02014b50) at -= 1;
  return at;
}
