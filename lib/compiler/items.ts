import type { Diagnostic, Item, ItemKind } from '#lib/course/model.ts';
import { hash64 } from '#lib/text/fingerprint.ts';
import { makeBank } from './bank.ts';
import type { BuiltItem } from './build-item.ts';
import { balancePositions, buildItem } from './build-item.ts';
import type { CompileContext } from './context.ts';
import type { FramedClaim, ItemDraft } from './frames/frame.ts';
import { frameOf } from './frames/registry.ts';
import { groupDrafts } from './group-drafts.ts';
import { jaccard, topicStems } from './likeness.ts';
import { screenItem } from './screen.ts';
import { selectItems } from './select.ts';
import { stanceDrafts } from './stance-drafts.ts';
import { mayAsk } from './templates.ts';
import { normalised } from './wording.ts';

/** Stems with this share of their content in common ask the same. */
const nearDuplicate = 0.6;
/** Of a lesson's true-false items, at most so many true and so many false. */
const mostOfEachTruth = 3;

/**
 * The items of a course: for each claim at most one of each kind, then those that several claims make
 * together. What the screen finds fault with is dropped; a claim that nothing could be asked of is reported.
 */
export function makeItems(
  context: CompileContext,
  claims: readonly FramedClaim[],
): { items: Item[]; diagnostics: Diagnostic[] } {
  const bank = makeBank(context, claims);
  const items: Item[] = [];
  const diagnostics: Diagnostic[] = [];
  const stems = new Set<string>();
  for (const [lessonIndex] of context.lessons.entries()) {
    const own = claims.filter((claim) => claim.lessonIndex === lessonIndex);
    const lesson = new LessonPool(context.document.text, stems);
    const stance = stanceDrafts(own).filter((draft) => mayAsk(draft.template, claimOf(draft)));
    const asked = [...own].sort(
      (a, b) => b.salience - a.salience || a.sentenceIndex - b.sentenceIndex || (a.id < b.id ? -1 : 1),
    );
    const statements: ItemDraft[][] = [];
    for (const claim of asked) {
      const drafts = [
        ...stance.filter((draft) => claimOf(draft) === claim),
        ...frameOf(claim.type).ask(claim, bank),
      ].filter((draft) => mayAsk(draft.template, claim));
      const inTurn = rotate(claim, drafts);
      for (const kind of kindsInTurn(claim)) {
        lesson.addFirst(inTurn.filter((draft) => draft.kind === kind));
      }
      statements.push(inTurn.filter((draft) => draft.kind === 'true-false'));
    }
    for (const draft of groupDrafts(own))
      if (draft.claims.every((claim) => mayAsk(draft.template, claim))) lesson.addFirst([draft]);
    addStatements(lesson, statements);
    const built = balancePositions(lesson.kept.map(({ item }) => item));
    const placed = lesson.kept.map((entry, index) => ({ ...entry, item: built[index] ?? entry.item }));
    const chosen = selectItems(placed);
    items.push(...placed.map(({ item }) => (chosen.has(item.id) ? { ...item, selected: true } : item)));
    for (const claim of own) {
      if (claim.origin === 'extracted' || placed.some(({ item }) => item.claimIds.includes(claim.id)))
        continue;
      diagnostics.push({
        code: 'claim-not-asked',
        severity: 'info',
        message: `No question of “${claim.text}”: ${lesson.reasonsFor(claim)}`,
        start: claim.evidence.start,
        end: claim.evidence.end,
      });
    }
  }
  return { items, diagnostics };
}

function claimOf(draft: ItemDraft): FramedClaim {
  const [claim] = draft.claims;
  if (claim === undefined) throw new Error(`draft ${draft.template} asks no claim`);
  return claim;
}

/** What is kept of one lesson, with what must not be said twice. */
class LessonPool {
  readonly kept: BuiltItem[] = [];
  readonly text: string;
  readonly stems: Set<string>;
  private readonly topics: Set<string>[] = [];
  private readonly faults = new Map<string, Set<string>>();

  /** `stems` holds the stems of the whole course: none is asked twice. */
  constructor(text: string, stems: Set<string>) {
    this.text = text;
    this.stems = stems;
  }

  asks(claim: FramedClaim): boolean {
    return this.kept.some(({ item }) => item.claimIds.includes(claim.id));
  }

  /** Why nothing was made of a claim: the screen's rules that its drafts broke. */
  reasonsFor(claim: FramedClaim): string {
    const rules = [...(this.faults.get(claim.id) ?? [])].sort();
    return rules.length === 0 ? 'it has too few wrong answers.' : `its drafts break ${rules.join(', ')}.`;
  }

  private fault(draft: ItemDraft, rule: string): void {
    for (const claim of draft.claims)
      this.faults.set(claim.id, (this.faults.get(claim.id) ?? new Set()).add(rule));
  }

  /** Keeps the first draft that makes a clean item; says whether there was one. */
  addFirst(drafts: readonly ItemDraft[]): boolean {
    return drafts.some((draft) => this.add(draft));
  }

  private add(draft: ItemDraft): boolean {
    const stem = normalised(draft.stem);
    // "According to the article" is in half the stems and makes none alike.
    const topic = topicStems(draft.stem.replace(/,? ?according to the (?:article|lesson),?/i, ''));
    if (this.stems.has(stem) || this.topics.some((other) => jaccard(other, topic) >= nearDuplicate)) {
      this.fault(draft, 'asked-already');
      return false;
    }
    const built = buildItem(draft);
    const findings = built === null ? [] : screenItem(built.item, this.text);
    for (const finding of findings) this.fault(draft, finding.rule);
    if (built === null || findings.length > 0) return false;
    this.stems.add(stem);
    this.topics.push(topic);
    this.kept.push(built);
    return true;
  }
}

/**
 * The drafts of one claim in the order in which they are tried. Where a frame can be asked in two ways of
 * one kind, its claims take turns, by a hash of the claim: a lesson then asks in more than one voice.
 */
function rotate(claim: FramedClaim, drafts: readonly ItemDraft[]): ItemDraft[] {
  const seed = hash64([claim.id]).low;
  const later: Readonly<Record<string, boolean>> = {
    'definition/meaning': seed % 3 === 0,
    'forecast/which': seed % 2 === 0,
  };
  const last = drafts.filter((draft) => later[draft.template] === true);
  return [...drafts.filter((draft) => later[draft.template] !== true), ...last];
}

/**
 * The kinds in the order in which they are tried. Where two kinds ask in the same words (one or all of a
 * list, recall by a question or at the end of a sentence), the first one takes the place of the other.
 */
function kindsInTurn(claim: FramedClaim): ItemKind[] {
  const seed = hash64(['kind', claim.id]).low;
  const choice: ItemKind[] = seed % 3 === 0 ? ['single', 'multiple'] : ['multiple', 'single'];
  const recall: ItemKind[] = seed % 2 === 0 ? ['short', 'cloze'] : ['cloze', 'short'];
  return [...choice, ...recall];
}

/** True-false items, as many true as false, from the most salient claims; a hash says which a claim should be. */
function addStatements(lesson: LessonPool, perClaim: readonly (readonly ItemDraft[])[]): void {
  const counts = { True: 0, False: 0 };
  // A claim of which nothing else could be asked comes first.
  const unasked = perClaim.filter(([first]) => first !== undefined && !lesson.asks(claimOf(first)));
  const wanting = (truth: 'True' | 'False') =>
    [...unasked, ...perClaim.filter((drafts) => !unasked.includes(drafts))].filter((drafts) => {
      const [first] = drafts;
      return (
        first !== undefined && (hash64(['truth', claimOf(first).id]).low % 2 === 0) === (truth === 'True')
      );
    });
  const add = (drafts: readonly ItemDraft[], truth: 'True' | 'False') => {
    if (counts[truth] >= mostOfEachTruth) return false;
    const fit = drafts.filter((draft) => draft.keys[0]?.text === truth);
    if (!lesson.addFirst(rankStatements(fit))) return false;
    counts[truth] += 1;
    return true;
  };
  for (const drafts of wanting('True')) add(drafts, 'True');
  for (const drafts of wanting('False')) add(drafts, 'False');
  // One sort too many tells the answer: the surplus of the larger sort is taken back.
  for (const truth of ['True', 'False'] as const) {
    const other = truth === 'True' ? counts.False : counts.True;
    while (counts[truth] > other + 1) {
      const index = lesson.kept.findLastIndex(
        ({ draft }) => draft.kind === 'true-false' && draft.keys[0]?.text === truth,
      );
      lesson.kept.splice(index, 1);
      counts[truth] -= 1;
    }
  }
}

/** False statements by a hash of their wording, so that not always the first foil is used. */
function rankStatements(drafts: readonly ItemDraft[]): ItemDraft[] {
  return [...drafts].sort((a, b) => hash64([a.stem]).low - hash64([b.stem]).low);
}
