import type { PhrasingContent } from 'mdast';
import type { Mark } from './document-builder.ts';
import { isHiddenStyle } from './hidden-style.ts';
import { InlineRun } from './inline-run.ts';

/** The text of a run of Markdown: no markup, one line, with what was bold and short enough for a term. */
export function inlineText(nodes: readonly PhrasingContent[]): { text: string; marks: Mark[] } {
  return new MarkdownRun().read(nodes);
}

/** The text as `inlineText` gives it, but with its line ends: the first line of a context box counts. */
export function inlineLines(nodes: readonly PhrasingContent[]): string[] {
  return new MarkdownRun('\n')
    .read(nodes)
    .text.split('\n')
    .map((line) => line.trim());
}

class MarkdownRun {
  private readonly run: InlineRun;
  /** Within `<script>` and its like: what stands there is not for readers. */
  private hidden: string | null = null;

  constructor(lineEnd: ' ' | '\n' = ' ') {
    this.run = new InlineRun(lineEnd);
  }

  read(nodes: readonly PhrasingContent[]): { text: string; marks: Mark[] } {
    this.readAll(nodes);
    return this.run.finish();
  }

  private readAll(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.readNode(node);
  }

  private readNode(node: PhrasingContent): void {
    if (node.type === 'html') this.readTag(node.value);
    if (this.hidden !== null) return;
    if (node.type === 'inlineCode') this.run.write(node.value);
    // Asterisks that the parser could pair with nothing are slips of the pen.
    else if (node.type === 'text') this.run.write(node.value.replace(/\*{2,3}/g, ''));
    else if (node.type === 'break') this.run.breakLine();
    else if (node.type === 'strong' || node.type === 'emphasis') {
      this.run.mark(node.type, () => this.readAll(node.children));
    } else if (node.type === 'link' || node.type === 'linkReference') this.readAll(node.children);
    // Images, footnote marks and struck-out words are no part of what the text says.
  }

  private readTag(tag: string): void {
    const name = /^<(\/?)(script|style|template|noscript|iframe|textarea|select)\b/i.exec(tag);
    if (name === null) {
      // An element that is hidden by its own attributes hides what stands in it.
      const opened = /^<([a-z][a-z0-9]*)\b([^>]*)>$/i.exec(tag);
      if (opened !== null && this.hidden === null && hidesItself(opened[2] ?? ''))
        this.hidden = (opened[1] ?? '').toLowerCase();
      else if (this.hidden !== null && tag.toLowerCase() === `</${this.hidden}>`) this.hidden = null;
      return;
    }
    const [, closing, element = ''] = name;
    if (closing === '') this.hidden ??= element.toLowerCase();
    else if (this.hidden === element.toLowerCase()) this.hidden = null;
  }
}

function hidesItself(attributes: string): boolean {
  return (
    /(?:^|\s)hidden(?:[\s=/]|$)/i.test(attributes) ||
    /aria-hidden\s*=\s*["']?true/i.test(attributes) ||
    isHiddenStyle(/style\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)?.slice(1).join('') ?? '')
  );
}
