import type { PhrasingContent } from 'mdast';
import { countWords } from '#lib/text/terms.ts';
import { cleanText } from './clean.ts';
import type { Mark } from './document-builder.ts';

/** A longer stretch of bold is emphasis, not a term. */
const longestTerm = 5;

/** The text of a run of Markdown: no markup, one line, with what was bold and short enough for a term. */
export function inlineText(nodes: readonly PhrasingContent[]): { text: string; marks: Mark[] } {
  const run = new Run();
  run.readAll(nodes);
  return run.finish();
}

/** The text as `inlineText` gives it, but with its line ends: the first line of a context box counts. */
export function inlineLines(nodes: readonly PhrasingContent[]): string[] {
  const run = new Run('\n');
  run.readAll(nodes);
  return run
    .finish()
    .text.split('\n')
    .map((line) => line.trim());
}

class Run {
  private text = '';
  private readonly marks: Mark[] = [];
  private readonly lineEnd: ' ' | '\n';
  /** Within `<script>` and its like: what stands there is not for readers. */
  private hidden: string | null = null;

  constructor(lineEnd: ' ' | '\n' = ' ') {
    this.lineEnd = lineEnd;
  }

  readAll(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.read(node);
  }

  private read(node: PhrasingContent): void {
    if (node.type === 'html') this.readTag(node.value);
    if (this.hidden !== null) return;
    if (node.type === 'text' || node.type === 'inlineCode') this.write(node.value);
    else if (node.type === 'break') this.write(this.lineEnd);
    else if (node.type === 'strong') {
      const start = this.text.length;
      this.readAll(node.children);
      this.mark(start);
    } else if (node.type === 'emphasis' || node.type === 'link' || node.type === 'linkReference') {
      this.readAll(node.children);
    }
    // Images, footnote marks and struck-out words are no part of what the text says.
  }

  private readTag(tag: string): void {
    const name = /^<(\/?)(script|style|template|noscript)\b/i.exec(tag);
    if (name === null) return;
    const [, closing, element = ''] = name;
    if (closing === '') this.hidden ??= element.toLowerCase();
    else if (this.hidden === element.toLowerCase()) this.hidden = null;
  }

  private write(value: string): void {
    const flat = value.replace(/\s+/gu, (space) => (space.includes('\n') ? this.lineEnd : ' '));
    this.text += this.text === '' || /\s$/.test(this.text.slice(-1)) ? flat.trimStart() : flat;
  }

  /** Marks what was written since `start`, without white space and final punctuation, if short enough. */
  private mark(start: number): void {
    const quote = this.text.slice(start);
    const lead = quote.length - quote.trimStart().length;
    const term = quote.trim().replace(/[\s.,:;!?]{1,20}$/, '');
    const count = countWords(term);
    if (count === 0 || count > longestTerm) return;
    this.marks.push({ start: start + lead, end: start + lead + term.length });
  }

  finish(): { text: string; marks: Mark[] } {
    const text = this.text.trimEnd();
    // Character references can still bring in what cleaning the source has removed.
    const cleaned = cleanText(text).text;
    return cleaned === text ? { text, marks: this.marks } : { text: cleaned.trim(), marks: [] };
  }
}
