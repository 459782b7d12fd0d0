import type { PresentedItem } from '../course/present-item.ts';

/** A question that has been answered, with what proves it. */
export type AnkiNote = {
  /** As it was asked. */
  item: PresentedItem;
  right: string;
  /** The sentences that decide. */
  evidence: readonly string[];
  /** Why what is right is right. */
  rationales: readonly string[];
  course: { slug: string; title: string };
  lesson: { slug: string; title: string };
};

/** Read by Anki 2.1.54 and later. Nothing in a field is taken for markup, so that a text can bring none in. */
export const ankiHead = [
  '#separator:tab',
  '#html:false',
  '#columns:Front\tBack\tTags',
  '#tags column:3',
  '',
].join('\n');

/** One note as a line of front, back and tags. */
export function ankiLine(note: AnkiNote): string {
  const { course, lesson } = note;
  const source = `${course.title} · ${lesson.title}`;
  const back = [note.right, ...note.evidence.map((quote) => `“${quote}”`), ...note.rationales, source];
  const tags = `lectern::${tag(course.slug)}::${tag(lesson.slug)}`;
  return `${[front(note.item), back.join('\n\n'), tags].map(field).join('\t')}\n`;
}

function front({ stem, options, lefts, choices }: PresentedItem): string {
  const letters = options.map(({ text }, at) => `${String.fromCharCode(65 + at)}. ${text}`);
  const sides = lefts.map((left) => `${left} → ?`);
  const list = choices.map((choice) => `– ${choice}`);
  return [[stem], letters, sides, list]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Always in quotes: a line that begins with # would be a comment, and a line break would end the note. */
function field(text: string): string {
  return `"${text.replaceAll('\r', '').replaceAll('"', '""')}"`;
}

/** Spaces stand between tags, and two colons between a tag and the one below it. */
function tag(slug: string): string {
  return slug.replace(/[\s:]+/g, '-');
}
