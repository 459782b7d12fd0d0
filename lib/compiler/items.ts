import type { Diagnostic, Item, ItemKind } from '#lib/course/model.ts';
import { hash64 } from '#lib/text/fingerprint.ts';
import { AskedStems } from './asked-stems.ts';
import { makeBank } from './bank.ts';
import { type BuiltItem, draftId } from './build-item.ts';
import type { CompileContext } from './context.ts';
import { applyDecisions, wantedItems } from './decisions/apply.ts';
import { type DecisionOutcome, decisionDiagnostics } from './decisions/outcome.ts';
import type { DecisionsFile } from './decisions-file.ts';
import type { Bank, FramedClaim, ItemDraft } from './frames/frame.ts';
import { frameOf } from './frames/registry.ts';
import { groupDrafts } from './group-drafts.ts';
import { LessonPool } from './lesson-pool.ts';
import { promisedClaims } from './objectives.ts';
import { selectItems } from './select.ts';
import { stanceDrafts } from './stance-drafts.ts';
import type { TruthCounts } from './statements.ts';
import { addLoneStatements, addStatements } from './statements.ts';
import { mayAsk } from './templates.ts';

/**
 * The items of a course, each lesson's in reading order: for each claim at most one of each kind, then those
 * that several claims make together. What the screen finds fault with is dropped; then a person's decisions
 * are applied, and the default quizzes selected. A claim that nothing could be asked of is reported.
 */
export function makeItems(
  context: CompileContext,
  claims: readonly FramedClaim[],
  decisions?: DecisionsFile,
): {
  items: Item[];
  templates: ReadonlyMap<string, string>;
  diagnostics: Diagnostic[];
  outcomes: DecisionOutcome[];
} {
  const bank = makeBank(context, claims);
  const templates = new Map<string, string>();
  const asked = new AskedStems();
  const truths: TruthCounts = new Map();
  const lessons = context.lessons.map((_, lessonIndex): LessonClaims => {
    const own = claims.filter((claim) => claim.lessonIndex === lessonIndex);
    return { own, promised: promisedClaims(own), pool: new LessonPool(context.document.text, asked) };
  });
  const wanted = wantedItems(decisions);
  if (wanted.size > 0) for (const lesson of lessons) addWanted(lesson, bank, wanted);
  for (const lesson of lessons) {
    const { own, promised, pool } = lesson;
    const perClaim = draftsOf(lesson, bank);
    const addKinds = (kindsOf: (claim: FramedClaim) => ItemKind[]) => {
      for (const { claim, drafts } of perClaim)
        for (const kind of kindsOf(claim))
          if (!pool.asksAs(kind, claim)) pool.addFirst(drafts.filter((draft) => draft.kind === kind));
    };
    const statements = perClaim.flatMap(({ drafts }) => drafts.filter(({ kind }) => kind === 'true-false'));
    addKinds((claim) => choiceKinds(claim, promised.has(claim.id)));
    // Before recall: a definition that is stated truly is not asked for in the same words as well.
    addStatements(pool, statements);
    addKinds(recallKinds);
    for (const draft of groupsOf(own)) pool.addFirst([draft]);
    addLoneStatements(pool, statements, truths);
  }
  const made = lessons.flatMap(({ pool }) => pool.kept);
  const decided =
    decisions === undefined
      ? { items: made, outcomes: [] }
      : applyDecisions(context, claims, made, decisions);
  const items: Item[] = [];
  const diagnostics = decisionDiagnostics(decided.outcomes);
  const ofLesson = new Map<string, BuiltItem[]>(context.lessons.map(({ id }) => [id, []]));
  for (const built of decided.items) ofLesson.get(built.item.lessonId)?.push(built);
  for (const [lessonIndex, { own, promised, pool }] of lessons.entries()) {
    const kept = ofLesson.get(context.lessons[lessonIndex]?.id ?? '') ?? [];
    const inOrder = kept.sort(inReadingOrder);
    const chosen = selectItems(inOrder, promised);
    items.push(...inOrder.map(({ item }) => (chosen.has(item.id) ? { ...item, selected: true } : item)));
    for (const { item, draft } of inOrder) templates.set(item.id, draft.template);
    diagnostics.push(...notAsked(own, pool, inOrder));
  }
  return { items, templates, diagnostics, outcomes: decided.outcomes };
}

type LessonClaims = { own: FramedClaim[]; promised: ReadonlySet<string>; pool: LessonPool };
type ClaimDrafts = { claim: FramedClaim; drafts: ItemDraft[] };

/** What may be asked of each claim of a lesson, the weightiest claim first. */
function draftsOf({ own, promised }: LessonClaims, bank: Bank): ClaimDrafts[] {
  const stance = stanceDrafts(own);
  return [...own].sort(byWeight).map((claim) => {
    const drafts = [
      ...stance.filter((draft) => draft.claims.includes(claim)),
      ...frameOf(claim.type).ask(claim, bank),
    ].filter((draft) => mayAsk(draft.template, claim));
    return { claim, drafts: rotate(claim, drafts, promised.has(claim.id)) };
  });
}

function groupsOf(own: readonly FramedClaim[]): ItemDraft[] {
  return groupDrafts(own).filter((draft) => draft.claims.every((claim) => mayAsk(draft.template, claim)));
}

/** What a person has approved or edited is made before all else: no other question may take its place. */
function addWanted(lesson: LessonClaims, bank: Bank, wanted: ReadonlySet<string>): void {
  const drafts = [...draftsOf(lesson, bank).flatMap((each) => each.drafts), ...groupsOf(lesson.own)];
  for (const draft of drafts) if (wanted.has(draftId(draft))) lesson.pool.addFirst([draft]);
}

function byWeight(a: FramedClaim, b: FramedClaim): number {
  return b.salience - a.salience || a.sentenceIndex - b.sentenceIndex || (a.id < b.id ? -1 : 1);
}

const kindsInOrder: readonly ItemKind[] = [
  'single',
  'multiple',
  'true-false',
  'short',
  'cloze',
  'matching',
  'ordering',
];

/** Of one place in the text choices come first, sets last; what was made first, or approved, says nothing. */
function inReadingOrder(a: BuiltItem, b: BuiltItem): number {
  const byKind = kindsInOrder.indexOf(a.item.kind) - kindsInOrder.indexOf(b.item.kind);
  return placeOf(a) - placeOf(b) || byKind || (a.item.id < b.item.id ? -1 : 1);
}

/** Where a reader can answer it: at the last of the sentences that it asks of. */
function placeOf({ draft }: BuiltItem): number {
  return Math.max(...draft.claims.map((claim) => claim.sentenceIndex));
}

/**
 * The drafts of one claim in the order in which they are tried. Where a frame can be asked in two ways of
 * one kind, its claims take turns, by a hash of the claim: a lesson then asks in more than one voice. What an
 * objective promises is asked for itself before how the lesson presents it.
 */
function rotate(claim: FramedClaim, drafts: readonly ItemDraft[], isPromised: boolean): ItemDraft[] {
  const seed = hash64([claim.id]).low;
  const asksSureness = hash64(['how-sure', claim.id]).low % 4 === 0;
  const later: Readonly<Record<string, boolean>> = {
    'definition/meaning': seed % 3 === 0,
    'stance/single': isPromised,
    // Most forecasts say "could": asked how sure they are, they would have one answer.
    'forecast/stance': claim.parts.modality !== 'will' && !asksSureness,
    'forecast/which': claim.parts.modality === 'will' || asksSureness,
  };
  const last = drafts.filter((draft) => later[draft.template] === true);
  return [...drafts.filter((draft) => later[draft.template] !== true), ...last];
}

/**
 * One or all of a list ask in the same words, so that the first one takes the place of the other. Where an
 * objective promises that the learner can name the list, all of it is asked, and so of two both.
 */
function choiceKinds(claim: FramedClaim, isPromised: boolean): ItemKind[] {
  const members = [claim.parts.members ?? []].flat();
  const one = members.length > 2 && hash64(['kind', claim.id]).low % 3 === 0;
  return one && !isPromised ? ['single', 'multiple'] : ['multiple', 'single'];
}

/** Recall by a question or at the end of a sentence: likewise. */
function recallKinds(claim: FramedClaim): ItemKind[] {
  return hash64(['kind', claim.id]).low % 2 === 0 ? ['short', 'cloze'] : ['cloze', 'short'];
}

function notAsked(own: readonly FramedClaim[], pool: LessonPool, kept: readonly BuiltItem[]): Diagnostic[] {
  const asked = new Set(kept.flatMap(({ item }) => item.claimIds));
  return own
    .filter((claim) => claim.origin !== 'extracted' && !asked.has(claim.id))
    .map((claim) => ({
      code: 'claim-not-asked',
      severity: 'info',
      message: `No question of “${claim.text}”: ${pool.asks(claim) ? 'its questions were rejected.' : pool.reasonsFor(claim)}`,
      start: claim.evidence.start,
      end: claim.evidence.end,
    }));
}
