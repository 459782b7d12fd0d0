import type { ParagraphView } from '#db/queries/courses.ts';
import { anchorOf } from '#lib/course/evidence.ts';
import type { ClaimLabel } from '#lib/course/model.ts';
import { claimSigns } from './claim-signs.ts';
import { courseLang } from './course-lang.ts';

/** The words of the page around the source's own. */
export type LessonBodyWords = {
  labels: Record<ClaimLabel, string>;
  contextTitle: string;
  contextSource: (source: string) => string;
  claimsOf: string;
};

/** By the page's language too: the words beside the text are in it. */
const made = new WeakMap<readonly ParagraphView[], Map<string, string>>();
const lang = ` lang="${courseLang}"`;

/**
 * The body of a lesson as HTML. Made once for each edition: the data layer hands out the same paragraphs
 * for the same edition, so they are the key. Every string is escaped; the only tags are those written here.
 */
export function lessonBody(
  paragraphs: readonly ParagraphView[],
  title: string,
  locale: string,
  words: LessonBodyWords,
): string {
  const bodies = made.get(paragraphs) ?? new Map<string, string>();
  made.set(paragraphs, bodies);
  const known = bodies.get(locale);
  if (known !== undefined) return known;
  // The page's own heading says the section's title already.
  const [first] = paragraphs;
  const below = first?.kind === 'heading' && first.text === title ? paragraphs.slice(1) : paragraphs;
  const html = below.map((paragraph) => block(paragraph, words)).join('');
  bodies.set(locale, html);
  return html;
}

function block(paragraph: ParagraphView, words: LessonBodyWords): string {
  switch (paragraph.kind) {
    case 'heading':
      return row('', `<h2 class="h2"${lang}>${escapeHtml(paragraph.text)}</h2>`, '');
    case 'context':
      return row('', contextBox(paragraph, words), '');
    case 'code':
      return row(
        '',
        `<pre class="cmd"${lang} tabindex="0"><code>${escapeHtml(paragraph.text)}</code></pre>`,
        '',
      );
    case 'table':
      return row('', `<p class="source tabular"${lang}>${escapeHtml(paragraph.text)}</p>`, '');
    default:
      return prose(paragraph, words);
  }
}

function prose(paragraph: ParagraphView, words: LessonBodyWords): string {
  const first = paragraph.sentences[0];
  const sentences = paragraph.sentences
    .map((sentence, at) => {
      // The first one's number stands in the margin. The others' are drawn, so that copied text stays clean.
      const number = at === 0 ? '' : ` data-n="${escapeHtml(sentence.address)}"`;
      return `<span id="${escapeHtml(sentence.id)}"${number}>${markTerms(paragraph, sentence)}</span>`;
    })
    .join(' ');
  const tag = paragraph.kind === 'quote' ? 'blockquote' : 'p';
  const bullet = paragraph.kind === 'list-item' ? ' listed' : '';
  return row(
    first === undefined ? '' : escapeHtml(first.address),
    `<${tag} class="source${bullet}"${lang}>${sentences === '' ? escapeHtml(paragraph.text) : sentences}</${tag}>`,
    claimList(paragraph, words),
  );
}

/** One paragraph of the edition: its number, its text, its margin. */
function row(ref: string, body: string, side: string): string {
  const number = ref === '' ? '<span></span>' : `<span class="ref" aria-hidden="true">${ref}</span>`;
  return `<div class="para">${number}${body}<div class="side">${side}</div></div>`;
}

function contextBox(paragraph: ParagraphView, words: LessonBodyWords): string {
  const source =
    paragraph.source === null
      ? ''
      : `<p class="meta">${escapeHtml(words.contextSource(paragraph.source))}</p>`;
  return `<aside class="context" aria-label="${escapeHtml(words.contextTitle)}"><h2>${escapeHtml(words.contextTitle)}</h2><p${lang}>${escapeHtml(paragraph.text)}</p>${source}</aside>`;
}

function claimList(paragraph: ParagraphView, words: LessonBodyWords): string {
  if (paragraph.claims.length === 0) return '';
  const entries = paragraph.claims.map((claim) => {
    const who = claim.attribution === null ? '' : `, ${escapeHtml(claim.attribution)}`;
    return `<li><a class="ref" href="#${anchorOf(claim.address)}">${escapeHtml(claim.address)}</a><span class="claim"><span class="sign" aria-hidden="true">${claimSigns[claim.label]}</span><span><b>${escapeHtml(words.labels[claim.label])}</b>${who}</span></span></li>`;
  });
  return `<ul class="claims" role="list" aria-label="${escapeHtml(words.claimsOf)}">${entries.join('')}</ul>`;
}

/** The sentence with its key terms as buttons that open their definition. */
function markTerms(paragraph: ParagraphView, sentence: ParagraphView['sentences'][number]): string {
  const marks = paragraph.termMarks
    .filter((mark) => mark.start >= sentence.start && mark.end <= sentence.end)
    .sort((a, b) => a.start - b.start);
  const textOf = (from: number, to: number) =>
    sentence.text.slice(from - sentence.start, to - sentence.start);
  const piece = (from: number, to: number) => escapeHtml(textOf(from, to));
  let html = '';
  let at = sentence.start;
  for (const mark of marks) {
    if (mark.start < at) continue;
    // A line may break on either side of a button: quotation marks and commas are held to their word.
    const from = mark.start - (/[“‘"'([]+$/.exec(textOf(at, mark.start))?.[0].length ?? 0);
    const to = mark.end + (/^[”’"')\].,;:!?…]+/.exec(textOf(mark.end, sentence.end))?.[0].length ?? 0);
    const button = `<button class="term" type="button" popovertarget="${escapeHtml(mark.termId)}">${piece(mark.start, mark.end)}</button>`;
    html += piece(at, from);
    html +=
      from === mark.start && to === mark.end
        ? button
        : `<span class="hold">${piece(from, mark.start)}${button}${piece(mark.end, to)}</span>`;
    at = to;
  }
  return html + escapeHtml(sentence.text.slice(at - sentence.start));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
