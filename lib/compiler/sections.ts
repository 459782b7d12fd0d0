import type { Block, Diagnostic, Section } from '#lib/course/model.ts';
import type { SourceDocument } from '#lib/source/document.ts';
import { isProse } from '#lib/source/prose.ts';
import { fingerprint } from '#lib/text/fingerprint.ts';
import { countWords } from '#lib/text/terms.ts';
import { cutByCohesion } from './cohesion.ts';

/** Fewer words before the first heading are no section of their own. */
const openingWords = 40;
/** Fewer words under a heading cannot be taught; they go with what follows. */
const fewestWords = 25;

/** A stretch of whole blocks; `title` is null until it is named. */
type Stretch = { title: string | null; level: number; blocks: Block[] };

/**
 * The sections of a document, one for each lesson: its headings where it has at least two, else parts of
 * 400 to 700 words cut where the words change. Together they hold every block but the title.
 */
export function findSections(document: SourceDocument): { sections: Section[]; diagnostics: Diagnostic[] } {
  const body = bodyOf(document);
  const headings = body.filter((block) => block.kind === 'heading');
  const wordsOf = (blocks: readonly Block[]) =>
    blocks
      .filter(isProse)
      .reduce((sum, block) => sum + countWords(document.text.slice(block.start, block.end)), 0);
  if (wordsOf(body) < fewestWords) return { sections: [], diagnostics: [] };

  const parts = () => ({ sections: nameSections(cutByCohesion(document, body)), diagnostics: [] });
  if (headings.length < 2) return parts();
  const stretches = cutAtHeadings(document, body, sectionLevel(headings));
  const opening = stretches[0];
  if (opening?.title === null && wordsOf(opening.blocks) >= openingWords) {
    opening.title = openingTitle(stretches);
  }
  const merged = mergeShort(stretches, wordsOf);
  // A glossary, say: every heading has a line or two.
  if (merged.stretches.length === 0) return parts();
  return { sections: nameSections(merged.stretches), diagnostics: merged.diagnostics };
}

/** All blocks but the title, which stands in the text as its first heading. */
function bodyOf(document: SourceDocument): Block[] {
  const [first, ...rest] = document.blocks;
  const isTitle =
    first?.kind === 'heading' &&
    document.title !== '' &&
    document.text.slice(first.start, first.end) === document.title;
  return isTitle ? rest : [...document.blocks];
}

/** The top-most level that at least two headings have; where each level has one, the lowest. */
function sectionLevel(headings: readonly Block[]): number {
  const counts = new Map<number, number>();
  for (const { level } of headings) counts.set(level, (counts.get(level) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count > 1).map(([level]) => level);
  return repeated.length > 0 ? Math.min(...repeated) : Math.max(...counts.keys());
}

function cutAtHeadings(document: SourceDocument, body: readonly Block[], level: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const block of body) {
    const last = stretches.at(-1);
    if (block.kind === 'heading' && block.level <= level) {
      stretches.push({
        title: document.text.slice(block.start, block.end),
        level: block.level,
        blocks: [block],
      });
    } else if (last === undefined) stretches.push({ title: null, level, blocks: [block] });
    else last.blocks.push(block);
  }
  return stretches;
}

function openingTitle(stretches: readonly Stretch[]): string {
  const taken = new Set(stretches.map((stretch) => stretch.title?.toLowerCase()));
  return (
    ['Overview', 'Introduction', 'Opening'].find((title) => !taken.has(title.toLowerCase())) ??
    'To begin with'
  );
}

/** Joins a stretch too short to teach to the next one, or at the end to the one before; none if all are short. */
function mergeShort(
  stretches: readonly Stretch[],
  wordsOf: (blocks: readonly Block[]) => number,
): { stretches: Stretch[]; diagnostics: Diagnostic[] } {
  const kept: Stretch[] = [];
  const diagnostics: Diagnostic[] = [];
  let held: Block[] = [];
  for (const stretch of stretches) {
    if (stretch.title !== null && wordsOf(stretch.blocks) >= fewestWords) {
      kept.push({ ...stretch, blocks: held.concat(stretch.blocks) });
      held = [];
    } else {
      if (stretch.title !== null) diagnostics.push(mergedSection(stretch.title, stretch.blocks));
      for (const block of stretch.blocks) held.push(block);
    }
  }
  const last = kept.at(-1);
  if (last !== undefined) last.blocks = last.blocks.concat(held);
  return { stretches: kept, diagnostics };
}

function mergedSection(title: string, blocks: readonly Block[]): Diagnostic {
  return {
    code: 'section-merged',
    severity: 'info',
    message: `“${title}” has too little text for a lesson of its own; it was joined to its neighbour.`,
    start: blocks[0]?.start ?? 0,
    end: blocks[0]?.end ?? 0,
  };
}

/** A section's id depends on its title and on how many of that title came before, not on its place. */
export function nameSections(stretches: readonly Stretch[]): Section[] {
  const seen = new Map<string, number>();
  return stretches.map(({ title, level, blocks }) => {
    const name = title ?? 'Overview';
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    return {
      id: fingerprint('s', name, String(occurrence)),
      title: name,
      level,
      start: blocks[0]?.start ?? 0,
      end: blocks.at(-1)?.end ?? 0,
    };
  });
}
