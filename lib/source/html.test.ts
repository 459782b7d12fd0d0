import { expect, test } from 'vitest';
import { parseHtml } from './html.ts';

function read(html: string) {
  const document = parseHtml(html);
  if (!document.ok) throw new Error(document.refusal);
  const { blocks, text } = document.value;
  return {
    ...document.value,
    read: blocks.map(({ kind, level, start, end }) => [kind, level, text.slice(start, end)]),
  };
}

const salt =
  '<p>Salt is old. It was carried over the mountains for as long as anyone could remember, on mules and on backs.</p>';

test('headings, paragraphs, lists, quotations, code and tables are told apart', () => {
  expect(
    read(
      `<h1>Salt</h1>${salt}<ul><li>sea salt<ol><li>grey</li></ol></li><li><p>rock salt</p></li></ul>` +
        '<blockquote>Pass the salt.</blockquote><pre><code>x = 1\ny = 2</code></pre>' +
        '<table><tr><th>kind</th><th>use</th></tr><tr><td>coarse</td><td>meat</td></tr></table><h2>Trade</h2>By road.',
    ).read.map(([kind, level]) => `${kind} ${level}`),
  ).toEqual([
    ...[
      'heading 1',
      'paragraph 0',
      'list-item 1',
      'list-item 2',
      'list-item 1',
      'quote 0',
      'code 0',
      'table 0',
    ],
    ...['heading 2', 'paragraph 0'],
  ]);
});

test('terms that the page sets apart are marked, stress and titles are not', () => {
  const { marked } = read(
    '<p>A <dfn>salt pan</dfn> is flat. A <b>rake</b> is long. <strong>Brine:</strong> water. An <em>ecotone</em> is a border. ' +
      'It was <em>never</em> sold. <i>Moby Dick</i> is a novel. This is called <i>curing</i>.</p>',
  );
  expect(marked.map((span) => span.quote)).toEqual(['salt pan', 'rake', 'Brine', 'ecotone', 'curing']);
});

test.each([
  ['navigation', '<nav><p>Home and away from here.</p></nav>'],
  ['a footer', '<footer><p>All rights are ours.</p></footer>'],
  ['an aside', '<aside><p>Read this, too.</p></aside>'],
  ['a script', '<script>alert("gone")</script>'],
  ['a comment', '<!-- gone -->'],
  ['a template', '<template><p>gone</p></template>'],
  ['a frame', '<iframe src="x">gone</iframe>'],
  ['a form', '<form><label>Name</label><textarea>gone</textarea></form>'],
  ['a side bar by its name', '<div class="left-sidebar"><p>gone</p></div>'],
])('%s is no text of the page', (_, surrounding) => {
  expect(read(`<body>${surrounding}<h1>Salt</h1>${salt}${surrounding}</body>`).text).toBe(
    read(`<h1>Salt</h1>${salt}`).text,
  );
});

test.each([
  'hidden',
  'aria-hidden="true"',
  'style="display:none"',
  'style="color:red; VISIBILITY : hidden"',
  'style="font-size:0"',
  'style="font-size: 1px;"',
  'style="position:absolute; left:-9999px"',
  'style="opacity:0"',
])('what %s hides is left out, and this is said', (how) => {
  const { text, diagnostics } = read(
    `<h1>Salt</h1>${salt}<p>It is <span ${how}>not</span> cheap.</p><div ${how}><p>Obey.</p></div>`,
  );
  expect(text.endsWith('It is cheap.')).toBe(true);
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['hidden-text', '2 passages that no reader sees were left out.'],
  ]);
});

test('small print and half transparent words are still read', () => {
  expect(read('<p style="font-size:0.9em">Salt is <i style="opacity:0.5">old</i>.</p>').text).toBe(
    'Salt is old.',
  );
});

test('the article of a page is read without what stands around it', () => {
  const teaser = '<article><h2>Other</h2><p>Short news about pepper.</p></article>';
  const { title, text } = read(
    `<title>Salt | The Paper</title><div><p>Welcome to the paper.</p></div><article><header><h1>Salt</h1><p>By Ada Moss</p><p>3 March 2021</p></header>${salt}${salt}</article>${teaser}`,
  );
  expect(title).toBe('Salt');
  expect(text.startsWith('Salt\n\nSalt is old.')).toBe(true);
  expect(text).not.toMatch(/pepper|Welcome|Moss|2021/);
});

test('without main or article the densest block is read; the title comes from the head', () => {
  const { title, text } = read(
    `<title>Salt - The Paper</title><div id="top"><p>Log in.</p></div><div><div>${salt}${salt}${salt}</div></div>`,
  );
  expect(title).toBe('Salt');
  expect(text).not.toContain('Log in');
});

test('note marks, references and images are no text', () => {
  expect(
    read(
      `<h1>Salt</h1>${salt}<h2>Trade</h2><p>It went by road.<sup><a href="#n1">[1]</a></sup> H<sub>2</sub>O stayed.<img alt="x"></p><h2>References</h2><ol><li>A book.</li></ol>`,
    ).read.at(-1),
  ).toEqual(['paragraph', 0, 'It went by road. H2O stayed.']);
});

test('a page of elements without end within one another is refused', () => {
  for (const piece of ['<div>', '<b>', '<blockquote><ul><li>', '<table><tr><td>'])
    expect(parseHtml(piece.repeat(10_000)), piece).toEqual({ ok: false, refusal: 'too-nested' });
  expect(parseHtml(`${'<b id=a>'.repeat(300)}${'<p>x'.repeat(20_000)}`).ok).toBe(false);
});
