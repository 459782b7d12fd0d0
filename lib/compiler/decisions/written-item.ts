import type { Item, Option, Span } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import { type BuiltItem, itemId, orderOptions } from '../build-item.ts';
import type { CompileContext } from '../context.ts';
import type { DecisionOn, WrittenOption } from '../decisions-file.ts';
import { optionId } from '../distractors.ts';
import { blank } from '../frames/drafting.ts';
import type { FramedClaim } from '../frames/frame.ts';
import { bloomOf, difficultyOf } from '../labels.ts';
import { normalised } from '../wording.ts';
import { findQuote } from './find-quote.ts';

/** What a person wrote as an item, or why it can be none. */
export type Written = { built: BuiltItem } | { fault: string };

/** The compiler's item in a person's words: its claims and its evidence stay. */
export function editItem(context: CompileContext, decision: DecisionOn<'edited'>, base: BuiltItem): Written {
  const { edit } = decision;
  const { item } = base;
  const options =
    edit.options === undefined ? item.options : writeOptions(context, edit.options, item.options);
  if ('fault' in options) return options;
  const wording = {
    stem: edit.stem ?? item.stem,
    pairs: edit.pairs ?? item.pairs,
    order: edit.order ?? item.order,
    accept: edit.accept ?? item.accept,
  };
  const whole = { ...item, ...wording, options };
  const id = idOf(whole);
  return {
    built: {
      draft: base.draft,
      item: {
        ...whole,
        id,
        options: orderOptions(item.kind, options, id),
        difficulty: difficultyOf(whole),
        editorial: { decision: 'edited', replaces: item.id },
      },
    },
  };
}

/** An edit whose item the compiler makes no more, from the edit's own words and quotations. */
export function restoreEdited(
  context: CompileContext,
  claims: readonly FramedClaim[],
  decision: DecisionOn<'edited'>,
): Written {
  if (decision.evidence === undefined) return { fault: 'the compiler makes it no more' };
  const written = writeItem(context, claims, {
    ...decision.edit,
    decision: 'added',
    kind: decision.kind,
    stem: decision.edit.stem ?? decision.stem,
    evidence: decision.evidence,
  });
  if ('fault' in written) return written;
  const { item, draft } = written.built;
  const editorial = { decision: 'edited' as const, replaces: decision.item };
  return { built: { draft, item: { ...item, editorial } } };
}

/** An item that a person added: of the lesson, and about the claims, that its quotations stand in and prove. */
export function writeItem(
  context: CompileContext,
  claims: readonly FramedClaim[],
  decision: DecisionOn<'added'>,
): Written {
  const spans: Span[] = [];
  const sentences: NumberedSentence[] = [];
  for (const quote of decision.evidence) {
    const found = findQuote(context, quote);
    if ('fault' in found) return found;
    spans.push(found.span);
    sentences.push(...found.sentences);
  }
  const [first] = sentences;
  const lesson = context.lessons[first?.sectionIndex ?? -1];
  if (first === undefined || lesson === undefined) return { fault: 'it has no lesson' };
  const asked = askedClaims(claims, spans, decision.claims);
  if ('fault' in asked) return asked;
  const options = writeOptions(context, decision.options ?? [], []);
  if ('fault' in options) return options;
  const { kind, stem } = decision;
  const wording = { pairs: decision.pairs ?? [], order: decision.order ?? [], accept: decision.accept ?? [] };
  const id = idOf({ kind, stem, options, ...wording });
  const item: Item = {
    id,
    lessonId: lesson.id,
    claimIds: asked.map((claim) => claim.id),
    kind,
    stem,
    bloom: decision.bloom ?? (asked[0] === undefined ? 'remember' : bloomOf(asked[0].type, '')),
    difficulty: difficultyOf({ kind, stem, options }),
    options: orderOptions(kind, options, id),
    ...wording,
    evidence: spans,
    selected: false,
    editorial: { decision: 'added', replaces: null },
  };
  const about = asked.length > 0 ? asked : [standIn(context, { id, stem, span: spans[0], sentences })];
  return { built: { item, draft: blank(`by-hand/${id}`, kind, about, stem, {}) } };
}

function idOf(item: Pick<Item, 'kind' | 'stem' | 'options' | 'pairs' | 'order' | 'accept'>): string {
  return itemId({ ...item, keys: item.options.filter(({ correct }) => correct).map(({ text }) => text) });
}

function writeOptions(
  context: CompileContext,
  written: readonly WrittenOption[],
  before: readonly Option[],
): Option[] | { fault: string } {
  const out: Option[] = [];
  for (const { text, correct, rationale, evidence } of written) {
    const known = before.find((option) => normalised(option.text) === normalised(text));
    const found = evidence === undefined ? null : findQuote(context, evidence);
    if (found !== null && 'fault' in found) return found;
    out.push({
      id: optionId(text),
      text,
      correct,
      rationale: rationale ?? known?.rationale ?? '',
      evidence: found?.span ?? known?.evidence ?? null,
    });
  }
  return out;
}

/** The claims that a person named, else those whose evidence the quotations touch. */
function askedClaims(
  claims: readonly FramedClaim[],
  spans: readonly Span[],
  named: readonly string[] | undefined,
): FramedClaim[] | { fault: string } {
  if (named === undefined)
    return claims.filter(({ evidence }) =>
      spans.some((span) => span.start < evidence.end && span.end > evidence.start),
    );
  const found: FramedClaim[] = [];
  for (const name of named) {
    const claim = claims.find(({ id, frameId }) => id === name || frameId === name);
    if (claim === undefined) return { fault: `there is no claim ${name}` };
    found.push(claim);
  }
  return found;
}

/** Where no claim is known, selection still needs to know where the question stands and how much it weighs. */
function standIn(
  context: CompileContext,
  about: { id: string; stem: string; span: Span | undefined; sentences: readonly NumberedSentence[] },
): FramedClaim {
  const [first] = about.sentences;
  const lessonIndex = first?.sectionIndex ?? 0;
  return {
    id: about.id,
    lessonId: context.lessons[lessonIndex]?.id ?? '',
    type: 'property',
    parts: {},
    origin: 'written',
    confidence: 1,
    label: 'fact',
    attribution: null,
    text: about.stem,
    salience: 0.5,
    evidence: about.span ?? { start: 0, end: 0, quote: '' },
    frameId: null,
    alsoTrueOf: [],
    foils: [],
    acceptAlso: [],
    sentences: about.sentences,
    sentenceIndex: first === undefined ? -1 : context.sentences.indexOf(first),
    lessonIndex,
  };
}
