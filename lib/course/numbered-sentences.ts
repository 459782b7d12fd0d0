import { splitSentences } from '#lib/text/sentences.ts';
import type { Block, Section } from './model.ts';

/** A sentence by its name: "2.7" is sentence 7 of lesson 2. Headings and context boxes have none. */
export type NumberedSentence = {
  address: string;
  /** Index of its section (= lesson) in the course, from 0. */
  sectionIndex: number;
  /** Index of its block in the course's blocks. */
  blockIndex: number;
  start: number;
  end: number;
};

const numbered = new Set<Block['kind']>(['paragraph', 'list-item', 'quote']);

/** All sentences of a course with their addresses, in reading order. */
export function numberSentences(course: {
  text: string;
  blocks: readonly Block[];
  sections: readonly Section[];
}): NumberedSentence[] {
  const out: NumberedSentence[] = [];
  course.sections.forEach((section, sectionIndex) => {
    let count = 0;
    course.blocks.forEach((block, blockIndex) => {
      if (!numbered.has(block.kind) || block.start < section.start || block.end > section.end) return;
      for (const range of splitSentences(course.text, block.start, block.end)) {
        count += 1;
        out.push({
          address: `${sectionIndex + 1}.${count}`,
          sectionIndex,
          blockIndex,
          start: range.start,
          end: range.end,
        });
      }
    });
  });
  return out;
}
