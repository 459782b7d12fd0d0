import type { Diagnostic } from '#lib/course/model.ts';
import type { NewBlock } from './document-builder.ts';

/** What stands under these headings serves scholars and indexes: nobody is taught by it. */
const always =
  /^(?:references?|bibliography|works cited|literature cited|citations|footnotes|endnotes|external links|see also|(?:table of )?contents|index|acknowledge?ments?)$/i;
/** These may head a real section, unless all that stands under them is numbered notes or lists. */
const perhaps =
  /^(?:notes|sources|further reading|links|check your (?:understanding|knowledge|learning)|(?:review|study|discussion|end-of-chapter) questions|questions(?: for (?:review|discussion|study))?|exercises|problems|test yourself|self[- ](?:test|check))$/i;
const noteLike = /^(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]?\s|[*†‡^])/;

/** The blocks without references, indexes and the like, with a word on each that was left out. */
export function withoutApparatus(blocks: readonly NewBlock[]): {
  blocks: NewBlock[];
  diagnostics: Diagnostic[];
} {
  const kept: NewBlock[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (block === undefined) break;
    const end = block.kind === 'heading' && at > 0 ? endOfSection(blocks, at) : at + 1;
    if (isApparatus(blocks.slice(at, end))) {
      diagnostics.push({
        code: 'apparatus-left-out',
        severity: 'info',
        message: `“${block.text}” was left out: it holds references or exercises, not text to learn from.`,
        start: 0,
        end: 0,
      });
      at = end;
    } else {
      kept.push(block);
      at += 1;
    }
  }
  return { blocks: kept, diagnostics };
}

/** Does a line by itself head references and the like? */
export function namesApparatus(line: string): boolean {
  return always.test(line.trim().replace(/:$/, ''));
}

function isApparatus([head, ...body]: readonly NewBlock[]): boolean {
  if (head?.kind !== 'heading') return false;
  const name = head.text.replace(/^[\d.\s]+/, '');
  if (namesApparatus(name)) return true;
  return (
    perhaps.test(name) &&
    body.length > 0 &&
    body.every((block) => block.kind === 'list-item' || noteLike.test(block.text))
  );
}

function endOfSection(blocks: readonly NewBlock[], at: number): number {
  const level = blocks[at]?.level ?? 0;
  let end = at + 1;
  while (end < blocks.length) {
    const block = blocks[end];
    if (block?.kind === 'heading' && (block.level ?? 0) <= level) break;
    end += 1;
  }
  return end;
}
