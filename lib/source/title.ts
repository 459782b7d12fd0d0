import type { NewBlock } from './document-builder.ts';

/**
 * The title stands in the text as its first heading. It is the one named apart (in front matter), else the only
 * heading of level 1, else an opening heading that another one follows at once.
 */
export function withTitle(blocks: NewBlock[], named: string): { title: string; blocks: NewBlock[] } {
  const first = blocks[0];
  const opening = first?.kind === 'heading' ? first : null;
  const same = (text: string) => text.toLowerCase() === named.toLowerCase();
  if (named !== '' && !(opening !== null && same(opening.text))) {
    return { title: named, blocks: [{ kind: 'heading', level: 1, text: named }, ...blocks] };
  }
  if (opening === null) return { title: '', blocks };
  const sameLevel = blocks.filter(
    (block) => block.kind === 'heading' && block.level === opening.level,
  ).length;
  const isTitle = named !== '' || (opening.level === 1 && sameLevel === 1) || blocks[1]?.kind === 'heading';
  if (!isTitle) return { title: '', blocks };
  return { title: opening.text, blocks: [{ ...opening, level: 1 }, ...blocks.slice(1)] };
}
