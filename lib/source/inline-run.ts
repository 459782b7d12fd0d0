import { countWords } from '#lib/text/terms.ts';
import { cleanText } from './clean.ts';
import type { Mark } from './document-builder.ts';

/** A longer stretch that is set apart is emphasis, not a term. */
const longestTerm = 5;

/** The text of one block as it is read off its markup: one line, with the words that its author set apart. */
export class InlineRun {
  private text = '';
  private readonly marks: Mark[] = [];
  /** Italics are terms, titles and stress alike: what stands around them decides. */
  private readonly slanted: Mark[] = [];
  private readonly lineEnd: ' ' | '\n';

  constructor(lineEnd: ' ' | '\n' = ' ') {
    this.lineEnd = lineEnd;
  }

  write(value: string): void {
    const flat = value.replace(/\s+/gu, (space) => (space.includes('\n') ? this.lineEnd : ' '));
    this.text += this.text === '' || /\s$/.test(this.text.slice(-1)) ? flat.trimStart() : flat;
  }

  breakLine(): void {
    this.write(this.lineEnd);
  }

  /** Reads what `read` writes and marks it, without white space and final punctuation, if it is short enough. */
  mark(how: 'strong' | 'emphasis', read: () => void): void {
    const start = this.text.length;
    read();
    const quote = this.text.slice(start);
    const lead = quote.length - quote.trimStart().length;
    const term = quote.trim().replace(/[\s.,:;!?]{1,20}$/, '');
    const count = countWords(term);
    if (count === 0 || count > longestTerm) return;
    const mark = { start: start + lead, end: start + lead + term.length };
    if (how === 'emphasis') this.slanted.push(mark);
    // What is bold and defined at once (`<b><dfn>`) is one term, not two.
    else if (this.marks.at(-1)?.start !== mark.start) this.marks.push(mark);
  }

  finish(): { text: string; marks: Mark[] } {
    const text = this.text.trimEnd();
    // Character references can still bring in what cleaning the source has removed.
    const cleaned = cleanText(text).text;
    if (cleaned !== text) return { text: cleaned.trim(), marks: [] };
    const terms = this.slanted.filter((mark) => isIntroduced(text, mark));
    const bold = new Set(this.marks.map((mark) => mark.start));
    const marks = this.marks.concat(terms.filter((mark) => !bold.has(mark.start)));
    return { text, marks: marks.sort((a, b) => a.start - b.start) };
  }
}

/** “An *ecotone* is a …”, “what is called *ecotone*”: a word in italics that the sentence introduces. */
function isIntroduced(text: string, { start, end }: Mark): boolean {
  if (!/^\p{Ll}/u.test(text.slice(start, end))) return false;
  return (
    /(?:called|termed|known as|named|the term)\s+["“‘]?$/.test(text.slice(Math.max(0, start - 20), start)) ||
    (/(?:^|[.!?]\s+)(?:An?|The)\s+$/.test(text.slice(Math.max(0, start - 8), start)) &&
      /^\s+(?:is|are|means|refers to|denotes)\s/.test(text.slice(end, end + 14)))
  );
}
