import type { Claim, Course, Diagnostic, Item, Lesson } from '#lib/course/model.ts';
import { numberSentences } from '#lib/course/numbered-sentences.ts';
import type { SourceDocument } from '#lib/source/document.ts';
import { groupBy } from '#lib/text/group-by.ts';
import { countWords } from '#lib/text/terms.ts';
import { findClaims, looseClaims } from './claims.ts';
import type { ClaimsFile } from './claims-file.ts';
import { findConcepts } from './concepts.ts';
import type { CompileContext } from './context.ts';
import type { DecisionOutcome } from './decisions/outcome.ts';
import type { DecisionsFile } from './decisions-file.ts';
import { withoutOrders } from './instructions.ts';
import { makeItems } from './items.ts';
import { makeLesson, outlineLessons } from './lessons.ts';
import { correctOutline } from './outline.ts';
import type { OutlineFile } from './outline-file.ts';
import { COMPILER_VERSION } from './version.ts';

/** A lesson with fewer questions than this has little to ask, and its author is told. */
const enoughItems = 3;

/**
 * A document as a course: the one door to the compiler. It never throws; what is wrong with the document
 * is in the diagnostics, and a course without lessons is what a document without prose gives.
 * The same input gives the same course, byte for byte.
 */
export function compile(input: {
  document: SourceDocument;
  sha256: string;
  claims?: ClaimsFile;
  outline?: OutlineFile;
  decisions?: DecisionsFile;
}): {
  course: Course;
  diagnostics: Diagnostic[];
  /** By the id of an item the template that made it: what acceptance is measured by. */
  templates: ReadonlyMap<string, string>;
  /** What became of each editorial decision. */
  outcomes: DecisionOutcome[];
} {
  const { context, document, outline, read } = contextOf(input);
  const found = findClaims(context);
  const asked = makeItems(context, found.claims, input.decisions);
  const claims = found.claims.map(storedClaim);
  const lessons = makeLessons(context, claims);
  const diagnostics = inOrder([
    ...document.diagnostics,
    ...outline.diagnostics,
    ...read.diagnostics,
    ...found.diagnostics,
    ...asked.diagnostics,
    ...(lessons.length === 0 ? [noProse] : littleToAsk(context, asked.items)),
  ]);
  const course: Course = {
    format: 'lectern-course/1',
    compiler: COMPILER_VERSION,
    source: { sha256: input.sha256, mediaType: document.mediaType, words: countWords(document.text) },
    title: document.title || (context.sections[0]?.title ?? 'Untitled'),
    text: document.text,
    blocks: document.blocks,
    sections: context.sections,
    lessons,
    claims,
    items: asked.items,
    diagnostics,
  };
  return { course, diagnostics, templates: asked.templates, outcomes: asked.outcomes };
}

/** What every step after the sections reads, with what there was to say of the way to it. */
function contextOf(input: { document: SourceDocument; claims?: ClaimsFile; outline?: OutlineFile }) {
  const outline = correctOutline(input.document, input.outline ?? null);
  const { document } = outline;
  const numbered = numberSentences({
    text: document.text,
    blocks: document.blocks,
    sections: outline.sections,
  });
  const read = withoutOrders(document.text, numbered);
  const context: CompileContext = {
    document,
    sections: outline.sections,
    lessons: outlineLessons(outline.sections),
    sentences: read.sentences,
    claimsFile: input.claims ?? null,
  };
  return { context, document, outline, read };
}

/**
 * Frames for a person to read, of the sentences in which the rules are not sure of a claim: what `npm run claims`
 * writes beside the claims of the course. They count for nothing before somebody has decided on them.
 */
export function proposeClaims(input: {
  document: SourceDocument;
  claims?: ClaimsFile;
  outline?: OutlineFile;
}): Claim[] {
  const { context } = contextOf(input);
  return looseClaims(context, findClaims(context).claims).map(storedClaim);
}

function makeLessons(context: CompileContext, claims: readonly Claim[]): Lesson[] {
  const concepts = findConcepts(context.document, context.sections, claims);
  const claimsOf = groupBy(claims, (claim) => claim.lessonId);
  const sentencesOf = groupBy(context.sentences, (sentence) => sentence.sectionIndex);
  return context.sections.flatMap((section, at) => {
    const outline = context.lessons[at];
    if (outline === undefined) return [];
    return makeLesson(outline, {
      text: context.document.text,
      blocks: context.document.blocks,
      section,
      sentences: sentencesOf.get(at) ?? [],
      claims: claimsOf.get(outline.id) ?? [],
      concepts: concepts[at] ?? [],
    });
  });
}

/** A claim as the course keeps it: what only the making of questions needs stays behind. */
function storedClaim(claim: Claim): Claim {
  const { start, end, quote } = claim.evidence;
  return {
    id: claim.id,
    lessonId: claim.lessonId,
    type: claim.type,
    parts: claim.parts,
    origin: claim.origin,
    confidence: claim.confidence,
    label: claim.label,
    attribution: claim.attribution,
    text: claim.text,
    salience: claim.salience,
    evidence: { start, end, quote },
  };
}

const noProse: Diagnostic = {
  code: 'no-prose',
  severity: 'error',
  message: 'There is too little prose here to make a lesson of.',
  start: 0,
  end: 0,
};

function littleToAsk(context: CompileContext, items: readonly Item[]): Diagnostic[] {
  const selected = groupBy(
    items.filter((item) => item.selected),
    (item) => item.lessonId,
  );
  return context.sections.flatMap((section, at): Diagnostic[] => {
    const count = selected.get(context.lessons[at]?.id ?? '')?.length ?? 0;
    if (count >= enoughItems) return [];
    const questions = count === 0 ? 'no question' : count === 1 ? 'one question' : 'two questions';
    const message = `This lesson has little to ask: ${questions}. Confirming claims gives more.`;
    return [{ code: 'few-claims', severity: 'info', message, start: section.start, end: section.end }];
  });
}

/** By place in the text; what stands at one place keeps the order in which it was found. */
function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.start - b.start);
}
