import type { CheckView, LessonView, ParagraphView } from '#db/queries/courses.ts';
import { anchorOf } from '#lib/course/evidence.ts';
import type { ClaimLabel } from '#lib/course/model.ts';
import { type CheckWords, checkForm } from './check-form.ts';
import { claimSigns } from './claim-signs.ts';
import { courseLang } from './course-lang.ts';
import { escapeHtml } from './escape-html.ts';

/** The words of the page around the source's own. */
export type LessonBodyWords = {
  labels: Record<ClaimLabel, string>;
  contextTitle: string;
  contextSource: (source: string) => string;
  claimsOf: string;
  /** Who is meant where the article speaks for itself. */
  theArticle: string;
  linkTo: (address: string) => string;
  check: CheckWords;
};

/** A stretch of the body; with a number it is that of a question to try while reading. */
type Piece = { html: string; check: number | null };

/** By the page's language too: the words beside the text are in it. */
const made = new WeakMap<readonly ParagraphView[], Map<string, Piece[]>>();
const lang = ` lang="${courseLang}"`;

/**
 * The body of a lesson as HTML. Made once for each edition: the data layer hands out the same paragraphs
 * for the same edition, so they are the key. Every string is escaped; the only tags are those written here.
 * `answered` is the question to try that has an answer: the body then comes in what stands before it, its own form
 * and what stands after it, else whole.
 */
export function lessonBody(
  lesson: Pick<LessonView, 'paragraphs' | 'title' | 'checks'>,
  locale: string,
  words: () => LessonBodyWords,
  answered: number | null,
): { before: string; form: string; after: string } {
  const bodies = made.get(lesson.paragraphs) ?? new Map<string, Piece[]>();
  made.set(lesson.paragraphs, bodies);
  const pieces = bodies.get(locale) ?? piecesOf(lesson, words());
  bodies.set(locale, pieces);
  const at = answered === null ? -1 : pieces.findIndex((piece) => piece.check === answered);
  const join = (list: readonly Piece[]) => list.map((piece) => piece.html).join('');
  if (at < 0) return { before: join(pieces), form: '', after: '' };
  return {
    before: join(pieces.slice(0, at)),
    form: pieces[at]?.html ?? '',
    after: join(pieces.slice(at + 1)),
  };
}

function piecesOf(
  { paragraphs, title, checks }: Pick<LessonView, 'paragraphs' | 'title' | 'checks'>,
  words: LessonBodyWords,
): Piece[] {
  const pieces: Piece[] = [];
  let html = '';
  const stretch = () => {
    if (html !== '') pieces.push({ html, check: null });
    html = '';
  };
  paragraphs.forEach((paragraph, at) => {
    // The page's own heading says the section's title already.
    if (at > 0 || paragraph.kind !== 'heading' || paragraph.text !== title) html += block(paragraph, words);
    for (const check of checks.filter(({ after }) => after === at)) {
      stretch();
      pieces.push({ html: checkRow(check, words), check: check.number });
    }
  });
  stretch();
  return pieces;
}

function checkRow(check: CheckView, words: LessonBodyWords): string {
  return `<div class="para"><span></span>${checkForm(check, words.check)}</div>`;
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
  const sentences = paragraph.sentences
    .map((sentence, at) => {
      const id = escapeHtml(sentence.id);
      // The first one's number stands in the margin. The others' are drawn, so that copied text stays clean; they
      // are links for whoever wants the address of a sentence, and no stop for the keyboard at each of them.
      const number =
        at === 0
          ? ''
          : `<a class="n" href="#${id}" data-n="${escapeHtml(sentence.address)}" tabindex="-1" aria-hidden="true"></a>`;
      return `<span id="${id}">${number}${markTerms(paragraph, sentence)}</span>`;
    })
    .join(' ');
  const tag = paragraph.kind === 'quote' ? 'blockquote' : 'p';
  const bullet = paragraph.kind === 'list-item' ? ' listed' : '';
  return row(
    numberOf(paragraph, words),
    `<${tag} class="source${bullet}"${lang}>${sentences === '' ? escapeHtml(paragraph.text) : sentences}</${tag}>`,
    claimList(paragraph, words),
  );
}

/** A paragraph is named by its first sentence. */
function numberOf(paragraph: ParagraphView, words: LessonBodyWords): string {
  const first = paragraph.sentences[0];
  if (first === undefined) return '';
  const { id, address } = first;
  return `<a class="ref" href="#${escapeHtml(id)}" aria-label="${escapeHtml(words.linkTo(address))}">${escapeHtml(address)}</a>`;
}

/** One paragraph of the edition: its number, its text, its margin. */
function row(number: string, body: string, side: string): string {
  return `<div class="para">${number === '' ? '<span></span>' : number}${body}<div class="side">${side}</div></div>`;
}

function contextBox(paragraph: ParagraphView, words: LessonBodyWords): string {
  const source =
    paragraph.source === null
      ? ''
      : `<p class="meta">${escapeHtml(words.contextSource(paragraph.source))}</p>`;
  return `<div class="context" role="note" aria-label="${escapeHtml(words.contextTitle)}"><h2>${escapeHtml(words.contextTitle)}</h2><p${lang}>${escapeHtml(paragraph.text)}</p>${source}</div>`;
}

function claimList(paragraph: ParagraphView, words: LessonBodyWords): string {
  if (paragraph.claims.length === 0) return '';
  const entries = paragraph.claims.map((claim) => {
    const said = claim.attribution === 'the article' ? words.theArticle : claim.attribution;
    const who = said === null ? '' : `, ${escapeHtml(said)}`;
    return `<li><a class="ref" href="#${anchorOf(claim.address)}">${escapeHtml(claim.address)}</a><span class="claim"><span class="sign" aria-hidden="true">${claimSigns[claim.label]}</span><span><b>${escapeHtml(words.labels[claim.label])}</b>${who}</span></span></li>`;
  });
  return `<ul class="claims" role="list" aria-label="${escapeHtml(words.claimsOf)}">${entries.join('')}</ul>`;
}

/** By pointer or focus where the browser knows interest, by click and tap everywhere; a click never closes it. */
function opening(termId: string): string {
  const id = escapeHtml(termId);
  return `popovertarget="${id}" popovertargetaction="show" interestfor="${id}"`;
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
    const button = `<button class="term" type="button" ${opening(mark.termId)}>${piece(mark.start, mark.end)}</button>`;
    html += piece(at, from);
    html +=
      from === mark.start && to === mark.end
        ? button
        : `<span class="hold">${piece(from, mark.start)}${button}${piece(mark.end, to)}</span>`;
    at = to;
  }
  return html + escapeHtml(sentence.text.slice(at - sentence.start));
}
