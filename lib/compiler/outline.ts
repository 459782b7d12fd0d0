import type { Diagnostic, Section } from '#lib/course/model.ts';
import type { SourceDocument } from '#lib/source/document.ts';
import { layOut, type NewBlock } from '#lib/source/document-builder.ts';
import { isProse } from '#lib/source/prose.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import type { OutlineCorrection, OutlineFile } from './outline-file.ts';
import { findSections, nameSections } from './sections.ts';

/** A section while its outline is being corrected; `id` is the one that it was found under, or null. */
type Draft = { id: string | null; title: string; level: number; blocks: NewBlock[] };

/**
 * The document in the order and with the sections that its author wants. What does not fit the document is
 * reported and passed over; without a correction that fits, document and sections are as they were found.
 */
export function correctOutline(
  document: SourceDocument,
  file: OutlineFile | null,
): { document: SourceDocument; sections: Section[]; diagnostics: Diagnostic[] } {
  const found = findSections(document);
  if (file === null || file.corrections.length === 0) return { document, ...found };
  const diagnostics = [...found.diagnostics];
  let drafts = draftsOf(document, found.sections);
  let fitting = 0;
  file.corrections.forEach((correction, at) => {
    const corrected = apply(drafts, correction);
    if (typeof corrected === 'string') {
      const message = `Correction ${at + 1} of the outline does not fit: ${corrected}`;
      diagnostics.push({ code: 'outline-misfit', severity: 'warning', message, start: 0, end: 0 });
    } else {
      drafts = corrected;
      fitting += 1;
    }
  });
  if (fitting === 0) return { document, sections: found.sections, diagnostics };
  // Their places are those of the text as it was found.
  const placeless = diagnostics.map((diagnostic) => ({ ...diagnostic, start: 0, end: 0 }));
  return { ...layOutDrafts(document, found.sections, drafts), diagnostics: placeless };
}

/** The corrected sections, or why the correction does not fit. */
function apply(drafts: readonly Draft[], correction: OutlineCorrection): Draft[] | string {
  if ('rename' in correction) {
    const at = find(drafts, correction.rename);
    return typeof at === 'string'
      ? at
      : drafts.map((draft, other) => (other === at ? renamed(draft, correction.title) : draft));
  }
  if ('leaveOut' in correction) {
    const at = find(drafts, correction.leaveOut);
    if (typeof at === 'string') return at;
    return drafts.length === 1 ? 'it would leave nothing.' : drafts.filter((_, other) => other !== at);
  }
  if ('split' in correction) {
    const at = find(drafts, correction.split);
    const draft = typeof at === 'number' ? drafts[at] : undefined;
    if (typeof at === 'string' || draft === undefined) return String(at);
    const parts = split(draft, correction.at, correction.title);
    return typeof parts === 'string' ? parts : [...drafts.slice(0, at), ...parts, ...drafts.slice(at + 1)];
  }
  const named = ('merge' in correction ? correction.merge : correction.order).map((name) =>
    find(drafts, name),
  );
  const fault = named.find((at) => typeof at === 'string');
  if (fault !== undefined) return fault;
  const places = named.filter((at) => typeof at === 'number');
  if (new Set(places).size < places.length) return 'it names a section twice.';
  return 'merge' in correction ? merge(drafts, places, correction.title) : reorder(drafts, places);
}

function find(drafts: readonly Draft[], name: string): number | string {
  const byId = drafts.findIndex((draft) => draft.id === name);
  if (byId >= 0) return byId;
  const wanted = name.toLowerCase();
  const places = drafts.flatMap((draft, at) => (draft.title.toLowerCase() === wanted ? [at] : []));
  if (places.length > 1)
    return `there are ${places.length} sections “${name}”: name the one you mean by its id.`;
  const titles = drafts.map((draft) => `“${draft.title}”`).join(', ');
  return places[0] ?? `there is no section “${name}”. There are ${titles}.`;
}

/** The heading in the text follows the title; a section without one stays without. */
function renamed(draft: Draft, title: string): Draft {
  const [head, ...rest] = draft.blocks;
  const headed = head?.kind === 'heading' && head.text === draft.title;
  return { ...draft, title, blocks: headed ? [{ ...head, text: title, marks: [] }, ...rest] : draft.blocks };
}

/** One section in the place of the first named, its text in the order of the names. */
function merge(drafts: readonly Draft[], places: readonly number[], title: string | undefined): Draft[] {
  const parts = places.flatMap((at) => drafts[at] ?? []);
  const [first, ...others] = parts;
  if (first === undefined) return [...drafts];
  // A heading that no longer begins a section stands below it.
  const lowered = others.flatMap((part) =>
    part.blocks.map((block) =>
      block.kind === 'heading'
        ? { ...block, level: Math.min(6, Math.max(first.level, block.level ?? 1) + 1) }
        : block,
    ),
  );
  const whole = { ...first, blocks: [...first.blocks, ...lowered] };
  const merged = title === undefined ? whole : renamed(whole, title);
  return drafts.flatMap((draft, at) => (at === places[0] ? [merged] : places.includes(at) ? [] : [draft]));
}

function reorder(drafts: readonly Draft[], places: readonly number[]): Draft[] {
  const rest = drafts.filter((_, at) => !places.includes(at));
  return [...places.flatMap((at) => drafts[at] ?? []), ...rest];
}

/** Two sections, the second of which begins with the sentence or block that `quote` begins. */
function split(draft: Draft, quote: string, title: string): Draft[] | string {
  const places = draft.blocks.flatMap((block, at) => {
    const starts = isProse(block) ? splitSentences(block.text).map(({ start }) => start) : [0];
    return starts.filter((start) => block.text.startsWith(quote, start)).map((start) => ({ at, start }));
  });
  const [place, another] = places;
  if (place === undefined) {
    return `no sentence and no block of “${draft.title}” begins with “${quote}”.`;
  }
  if (another !== undefined) return `more than one sentence of “${draft.title}” begins with “${quote}”.`;
  const block = draft.blocks[place.at];
  if (block === undefined || (place.at === 0 && place.start === 0))
    return `“${quote}” is where “${draft.title}” begins already.`;
  const [before, after] = place.start === 0 ? [[], [block]] : cutBlock(block, place.start);
  return [
    { ...draft, blocks: [...draft.blocks.slice(0, place.at), ...before] },
    { id: null, title, level: draft.level, blocks: [...after, ...draft.blocks.slice(place.at + 1)] },
  ];
}

function cutBlock(block: NewBlock, at: number): [NewBlock[], NewBlock[]] {
  const before = block.text.slice(0, at).trimEnd();
  const marks = block.marks ?? [];
  return [
    [{ ...block, text: before, marks: marks.filter((mark) => mark.end <= before.length) }],
    [
      {
        ...block,
        text: block.text.slice(at),
        marks: marks
          .filter((mark) => mark.start >= at)
          .map((mark) => ({ start: mark.start - at, end: mark.end - at })),
      },
    ],
  ];
}

function draftsOf(document: SourceDocument, sections: readonly Section[]): Draft[] {
  const blocks = newBlocks(document);
  return sections.map((section) => ({
    id: section.id,
    title: section.title,
    level: section.level,
    blocks: blocks.filter((_, at) => {
      const block = document.blocks[at];
      return block !== undefined && block.start >= section.start && block.end <= section.end;
    }),
  }));
}

/** The blocks as they were before they were laid out. */
function newBlocks(document: SourceDocument): NewBlock[] {
  const marks = [...document.marked].sort((a, b) => a.start - b.start);
  let next = 0;
  return document.blocks.map(({ kind, level, start, end, source }) => {
    const inside = [];
    for (let mark = marks[next]; mark !== undefined && mark.start < end; mark = marks[next]) {
      inside.push({ start: mark.start - start, end: mark.end - start });
      next += 1;
    }
    const text = document.text.slice(start, end);
    return { kind, level, text, marks: inside, ...(source === undefined ? {} : { source }) };
  });
}

function layOutDrafts(
  document: SourceDocument,
  sections: readonly Section[],
  drafts: readonly Draft[],
): { document: SourceDocument; sections: Section[] } {
  const first = sections[0]?.start ?? 0;
  const front = newBlocks(document).filter((_, at) => (document.blocks[at]?.start ?? 0) < first);
  const { title, byline, mediaType } = document;
  const laid = layOut([...front, ...drafts.flatMap((draft) => draft.blocks)], {
    title,
    byline,
    mediaType,
    hidden: 0,
    diagnostics: document.diagnostics,
  });
  let at = front.length;
  const stretches = drafts.map((draft) => {
    const blocks = laid.blocks.slice(at, at + draft.blocks.length);
    at += draft.blocks.length;
    return { title: draft.title, level: draft.level, blocks };
  });
  return { document: laid, sections: nameSections(stretches) };
}
