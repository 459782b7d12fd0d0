import type { Block, Section } from '#lib/course/model.ts';
import { numberSentences } from '#lib/course/numbered-sentences.ts';
import type { ClaimsFile } from './claims-file.ts';
import { claimsFileSchema } from './claims-file.ts';
import type { CompileContext } from './context.ts';

/** A context for tests: one lesson for each list of paragraphs, and frames as claims.json writes them. */
export function buildContext(
  lessons: readonly (readonly string[])[],
  frames: readonly unknown[] | null = null,
  marked: readonly string[] = [],
): CompileContext {
  const blocks: Block[] = [];
  const sections: Section[] = [];
  let text = '';
  const add = (kind: Block['kind'], content: string) => {
    if (text !== '') text += '\n\n';
    blocks.push({
      kind,
      level: kind === 'heading' ? 2 : 0,
      start: text.length,
      end: text.length + content.length,
    });
    text += content;
  };
  for (const [index, paragraphs] of lessons.entries()) {
    const start = text === '' ? 0 : text.length + 2;
    add('heading', `Lesson ${index + 1}`);
    for (const paragraph of paragraphs) add('paragraph', paragraph);
    sections.push({ id: `s${index}`, title: `Lesson ${index + 1}`, level: 2, start, end: text.length });
  }
  const claimsFile: ClaimsFile | null =
    frames === null ? null : claimsFileSchema.parse({ format: 'lectern-claims/1', claims: frames });
  return {
    document: {
      title: 'Test',
      byline: null,
      mediaType: 'text/markdown',
      text,
      blocks,
      marked: marked.map((quote) => ({
        start: text.indexOf(quote),
        end: text.indexOf(quote) + quote.length,
        quote,
      })),
      diagnostics: [],
    },
    sections,
    lessons: sections.map((section, index) => ({
      id: `l${index}`,
      slug: `lesson-${index + 1}`,
      sectionId: section.id,
      title: section.title,
    })),
    sentences: numberSentences({ text, blocks, sections }),
    claimsFile,
  };
}

/** A frame with defaults, so that a test writes only what it is about. */
export function frame(
  id: string,
  type: string,
  parts: Record<string, string | string[]>,
  evidence: string,
  more: Record<string, unknown> = {},
) {
  return { id, type, parts, evidence, label: 'fact', ...more };
}

export function foils(...texts: string[]): { text: string; why: string }[] {
  return texts.map((text) => ({ text, why: `Not in the text: ${text}.` }));
}
