import type { Item } from '#lib/course/model.ts';
import { AskedStems, nearDuplicate, topicOf } from '../asked-stems.ts';
import type { BuiltItem } from '../build-item.ts';
import type { CompileContext } from '../context.ts';
import { type Decision, type DecisionOn, type DecisionsFile, decisionsOf } from '../decisions-file.ts';
import type { FramedClaim } from '../frames/frame.ts';
import { jaccard } from '../likeness.ts';
import { screenItem } from '../screen.ts';
import { normalised } from '../wording.ts';
import type { DecisionOutcome } from './outcome.ts';
import { editItem, restoreEdited, type Written, writeItem } from './written-item.ts';

/** Faults that leave nothing to answer or to show; whatever else the screen finds a person may have meant. */
const unanswerable = new Set([
  'one-key',
  'too-few-options',
  'evidence-exact',
  'ambiguous-pairs',
  'rationale-missing',
]);

/**
 * The items of a course after a person's decisions: rejected ones gone, with all that ask nearly the same;
 * edited ones in their place; added ones among them. No decision is dropped: each has an outcome.
 */
export function applyDecisions(
  context: CompileContext,
  claims: readonly FramedClaim[],
  made: readonly BuiltItem[],
  file: DecisionsFile,
): { items: BuiltItem[]; outcomes: DecisionOutcome[] } {
  const desk = new Desk(context, claims, made);
  const outcomes = decisionsOf(file).map((decision) => ({
    decision: decision.decision,
    item: decision.decision === 'added' ? null : decision.item,
    stem: decision.stem,
    message: null,
    ...desk.take(decision),
  }));
  return { items: desk.items(), outcomes };
}

/** The ids of the items that a person wants as they are, or wants to be there for an edit. */
export function wantedItems(file: DecisionsFile | undefined): ReadonlySet<string> {
  return new Set(
    (file?.decisions ?? []).flatMap((each) =>
      each.decision === 'approved' || each.decision === 'edited' ? [each.item] : [],
    ),
  );
}

type Taken = Pick<DecisionOutcome, 'state'> & Partial<Pick<DecisionOutcome, 'message' | 'item'>>;

/** Decisions are taken one after the other; then the desk holds what is left, changed and added. */
class Desk {
  private readonly context: CompileContext;
  private readonly claims: readonly FramedClaim[];
  private readonly made: ReadonlyMap<string, BuiltItem>;
  /** What stands in the place of a made item: itself approved, or nothing. */
  private readonly instead = new Map<string, BuiltItem | null>();
  private readonly byHand = new Map<string, BuiltItem>();
  private readonly decided = new Set<string>();
  private readonly topics = new Map<string, ReadonlySet<string>>();

  constructor(context: CompileContext, claims: readonly FramedClaim[], made: readonly BuiltItem[]) {
    this.context = context;
    this.claims = claims;
    this.made = new Map(made.map((built) => [built.item.id, built]));
  }

  take(decision: Decision): Taken {
    if (decision.decision === 'added') return this.write(writeItem(this.context, this.claims, decision));
    if (this.decided.has(decision.item))
      return { state: 'repeated', message: 'Another decision on it stands above, and holds. Remove one.' };
    this.decided.add(decision.item);
    const base = this.made.get(decision.item);
    if (decision.decision === 'approved') return this.approve(decision, base);
    if (decision.decision === 'rejected') return this.reject(decision);
    if (base === undefined) {
      const taken = this.write(restoreEdited(this.context, this.claims, decision));
      return taken.state === 'unusable' ? { state: 'stale' } : { ...taken, item: decision.item };
    }
    // Whether or not the edit can be asked, what it replaces is not wanted as it was.
    this.instead.set(decision.item, null);
    return { ...this.write(editItem(this.context, decision, base)), item: decision.item };
  }

  private approve(decision: DecisionOn<'approved'>, base: BuiltItem | undefined): Taken {
    if (base === undefined) return { state: 'stale' };
    if (!sameOptions(decision, base.item))
      return {
        state: 'waiting',
        message: 'It has other options by now. Look at it again, and write these, or take the decision out.',
      };
    const editorial = { decision: 'approved' as const, replaces: null };
    this.instead.set(base.item.id, { ...base, item: { ...base.item, editorial } });
    return { state: 'applied' };
  }

  /** Also what is nearly the same, unless a person has decided on that for itself. */
  private reject(decision: DecisionOn<'rejected'>): Taken {
    const plain = normalised(decision.stem);
    const topic = topicOf(decision.stem);
    let state: Taken['state'] = 'dormant';
    for (const [id, { item }] of this.made) {
      const isIt = id === decision.item;
      const isNear =
        item.kind === decision.kind &&
        (normalised(item.stem) === plain || jaccard(this.topicOf(item), topic) >= nearDuplicate);
      if (!isIt && (!isNear || this.instead.has(id))) continue;
      this.instead.set(id, null);
      state = 'applied';
    }
    return { state };
  }

  private topicOf({ id, stem }: Item): ReadonlySet<string> {
    const known = this.topics.get(id) ?? topicOf(stem);
    this.topics.set(id, known);
    return known;
  }

  private write(written: Written): Taken {
    if ('fault' in written) return { state: 'unusable', message: `It cannot be asked: ${written.fault}.` };
    const { item } = written.built;
    if (this.byHand.has(item.id))
      return { state: 'repeated', message: 'Another item that a person wrote asks the same. Remove one.' };
    const findings = screenItem(item, this.context.document.text);
    const worst = findings.find(({ rule }) => unanswerable.has(rule));
    if (worst !== undefined)
      return { state: 'unusable', message: `It cannot be asked: ${worst.message} Mend it.` };
    this.byHand.set(item.id, written.built);
    const flaws = findings.map(({ message }) => message).join(' ');
    return {
      state: 'applied',
      item: item.id,
      message: flaws === '' ? null : `It is asked, but the screen finds a flaw: ${flaws}`,
    };
  }

  items(): BuiltItem[] {
    const asked = new AskedStems();
    for (const { item } of this.byHand.values()) asked.add(item.stem);
    const kept = [...this.made.values()].flatMap((built) => {
      const decided = this.instead.get(built.item.id);
      if (decided !== undefined) return decided === null ? [] : [decided];
      return asked.has(built.item.stem) ? [] : [built];
    });
    return [...kept.filter(({ item }) => !this.byHand.has(item.id)), ...this.byHand.values()];
  }
}

/** An approval that names no options holds for the question, whatever its wrong answers are. */
function sameOptions({ options }: DecisionOn<'approved'>, item: Item): boolean {
  if (options === undefined) return true;
  const list = (texts: readonly string[]) => texts.map(normalised).sort().join('\n');
  return list(options) === list(item.options.map(({ text }) => text));
}
