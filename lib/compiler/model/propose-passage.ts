import type { Course, Item } from '#lib/course/model.ts';
import type { ClaimsFile, ConfirmedFrame } from '../claims-file.ts';
import type { Halt, ModelCalls } from './calls.ts';
import { answerableIds, guessableIds, notTheKey } from './examine.ts';
import { gateFoils } from './foil-gate.ts';
import { gateFrame } from './frame-gate.ts';
import type { Passage } from './passages.ts';
import { foilsMessage, framesMessage, mendingMessage, mostFrames, withoutFoils } from './prompts.ts';
import { questionsOf, type Source } from './question-gate.ts';
import { faultOf, proposalSchema, readFrames, readMended, readWordings } from './replies.ts';

export type Bench = {
  source: Source;
  /** Compiled from what persons decided, without any proposal. */
  course: Course;
  calls: ModelCalls;
  model: string;
  /** Marks where the text begins and ends; the text cannot know it. */
  boundary: string;
  /** Frames that earlier passages gave. */
  settled: readonly ConfirmedFrame[];
  /** Ids of the items that a solver has seen; what is asked here is added. */
  examined: Set<string>;
};

/** Why a proposal came to nothing. */
export type Dropped = { fault: string };

export type PassageOutcome = {
  frames: ConfirmedFrame[];
  dropped: Dropped[];
  /** Why the model proposed nothing, in its own words. */
  refusal: string | null;
  /** Why the run must end here; what was got so far is in the rest. */
  halt: Halt | null;
};

type Failed = { given: unknown; fault: string };
/** A frame with all that the gates ask for, but for its questions. */
type Ready = { frame: ConfirmedFrame; given: unknown };

/** Everything for one passage: frames, wrong answers, the compiler's gates, the solvers, one repair. */
export async function proposeForPassage(bench: Bench, passage: Passage): Promise<PassageOutcome> {
  const outcome: PassageOutcome = { frames: [], dropped: [], refusal: null, halt: null };
  const first = await bench.calls.ask(framesMessage(passage, bench.boundary), readFrames);
  if (!first.ok) return { ...outcome, halt: first.halt };
  if (first.value === null) return { ...outcome, dropped: [{ fault: 'the answer could not be read' }] };
  outcome.refusal = first.value.frames.length === 0 ? first.value.reason : null;

  const mark = { name: bench.model, promptHash: first.hash };
  const failed: Failed[] = [];
  const gated: Ready[] = [];
  for (const given of first.value.frames.slice(0, mostFrames)) {
    const result = gateGiven(bench, passage, given, [...gated.map(({ frame }) => frame)]);
    if ('fault' in result) failed.push(result);
    else if (result.frame !== null) gated.push({ frame: { ...result.frame, model: mark }, given });
  }

  const worded = await withFoils(bench, passage, gated);
  if (!worded.ok) return { ...outcome, halt: worded.halt };
  failed.push(...worded.failed);
  const tried = await examine(bench, passage, worded.ready, []);
  outcome.frames.push(...tried.frames);
  failed.push(...tried.failed);
  if (tried.halt !== null) return { ...outcome, halt: tried.halt };

  const mended = await mend(bench, passage, failed, outcome.frames);
  outcome.frames.push(...mended.frames);
  outcome.dropped.push(...mended.dropped);
  return { ...outcome, halt: mended.halt };
}

/** A frame out of what the model gave; null where a person has decided on it, or it is there already. */
function gateGiven(
  bench: Bench,
  passage: Passage,
  given: unknown,
  others: readonly ConfirmedFrame[],
): { frame: ConfirmedFrame | null } | Failed {
  const proposal = proposalSchema.safeParse(given);
  if (!proposal.success) return { given, fault: faultOf(proposal.error) };
  const result = gateFrame(bench.course, passage, proposal.data);
  if (!result.ok) return { given, fault: result.fault };
  const { frame } = result;
  const isThere =
    isDecided(bench.source.claims, frame) ||
    [...bench.settled, ...others].some((other) => other.id === frame.id);
  return { frame: isThere ? null : frame };
}

/**
 * A person's word on a sentence and a type stands, whether it was yes or no. What waits for one does not
 * count, so that a second run asks what the first one asked, and finds it answered.
 */
function isDecided(file: ClaimsFile | null, frame: ConfirmedFrame): boolean {
  return (file?.claims ?? []).some(
    (other) =>
      other.status !== 'proposed' &&
      (other.id === frame.id ||
        (other.type === frame.type &&
          (other.evidence.includes(frame.evidence) || frame.evidence.includes(other.evidence)))),
  );
}

type Worded = { ok: true; ready: Ready[]; failed: Failed[] } | { ok: false; halt: Halt };

/** Wording and wrong answers for frames that need them, from the same claims. */
async function withFoils(bench: Bench, passage: Passage, gated: readonly Ready[]): Promise<Worded> {
  if (gated.every(({ frame }) => withoutFoils.has(frame.type)))
    return { ok: true, ready: [...gated], failed: [] };
  const frames = gated.map(({ frame }) => frame);
  const answer = await bench.calls.ask(foilsMessage(passage, frames, bench.boundary), readWordings);
  if (!answer.ok) return answer;
  const ready: Ready[] = [];
  const failed: Failed[] = [];
  for (const { frame, given } of gated) {
    const wording = answer.value?.find(({ id }) => id === frame.id);
    const reworded = rewordedFrame(bench, passage, frame, given, wording?.parts ?? null);
    const foils = gateFoils(reworded, passage, wording?.foils ?? []);
    if (foils.ok) ready.push({ frame: { ...reworded, foils: foils.foils }, given });
    else failed.push({ given, fault: foils.fault });
  }
  return { ok: true, ready, failed };
}

/** With other wording where that passes the same gate, else as it was. */
function rewordedFrame(
  bench: Bench,
  passage: Passage,
  frame: ConfirmedFrame,
  given: unknown,
  parts: ConfirmedFrame['parts'] | null,
): ConfirmedFrame {
  const proposal = proposalSchema.safeParse(given);
  if (parts === null || !proposal.success) return frame;
  const result = gateFrame(bench.course, passage, { ...proposal.data, parts });
  return result.ok ? { ...frame, id: result.frame.id, parts } : frame;
}

type Tried = { frames: ConfirmedFrame[]; failed: Failed[]; halt: Halt | null };

/** The compiler's own gates, then the solvers: a frame stays when every question that it gives does. */
async function examine(
  bench: Bench,
  passage: Passage,
  ready: readonly Ready[],
  kept: readonly ConfirmedFrame[],
): Promise<Tried> {
  const failed: Failed[] = [];
  const standing = new Map<ConfirmedFrame, { given: unknown; items: Item[] }>();
  const found = questionsOf(
    bench.source,
    [...bench.settled, ...kept],
    ready.map(({ frame }) => frame),
  );
  for (const { frame, given } of ready) {
    const questions = found.get(frame.id);
    if (questions?.ok === true) standing.set(frame, { given, items: questions.items });
    else
      failed.push({
        given: { ...asRecord(given), foils: frame.foils },
        fault: questions?.fault ?? 'it is lost',
      });
  }
  const items = unique([...standing.values()].flatMap((each) => each.items));
  for (const { id } of items) bench.examined.add(id);
  const answerable = await answerableIds(bench.calls, passage, items, bench.boundary);
  if (!answerable.ok) return { frames: [], failed, halt: answerable.halt };
  for (const [frame, { given, items: own }] of standing) {
    const doubtful = own.find(({ id }) => !answerable.ids.has(id));
    if (doubtful === undefined) continue;
    standing.delete(frame);
    failed.push({
      given: { ...asRecord(given), foils: frame.foils },
      fault: notTheKey(doubtful.stem),
    });
  }
  const good = unique([...standing.values()].flatMap((each) => each.items));
  const guessable = await guessableIds(bench.calls, good, bench.boundary);
  const frames = [...standing].map(([frame, { items: own }]) =>
    guessable.ok ? flagged(frame, own, guessable.ids) : frame,
  );
  return { frames, failed, halt: guessable.ok ? null : guessable.halt };
}

/** The repair: once for each passage. What fails again is dropped. */
async function mend(
  bench: Bench,
  passage: Passage,
  failed: readonly Failed[],
  kept: readonly ConfirmedFrame[],
): Promise<{ frames: ConfirmedFrame[]; dropped: Dropped[]; halt: Halt | null }> {
  const dropped = failed.map(({ fault }) => ({ fault }));
  if (failed.length === 0) return { frames: [], dropped, halt: null };
  const message = mendingMessage(passage, failed.map(shortened), bench.boundary);
  const answer = await bench.calls.ask(message, readMended);
  if (!answer.ok) return { frames: [], dropped, halt: answer.halt };
  const ready: Ready[] = [];
  const still: Dropped[] = [];
  for (const given of (answer.value ?? []).slice(0, failed.length)) {
    const result = gateGiven(bench, passage, given, [...kept, ...ready.map(({ frame }) => frame)]);
    if ('fault' in result) still.push({ fault: result.fault });
    else if (result.frame !== null) {
      const foils = gateFoils(result.frame, passage, foilsOf(given));
      const model = { name: bench.model, promptHash: answer.hash };
      if (foils.ok) ready.push({ frame: { ...result.frame, foils: foils.foils, model }, given });
      else still.push({ fault: foils.fault });
    }
  }
  const tried = await examine(bench, passage, ready, kept);
  still.push(...tried.failed.map(({ fault }) => ({ fault })));
  // As many as failed and are not mended; for those that the model left out, the first fault counts.
  const lost = Math.max(0, failed.length - tried.frames.length);
  return { frames: tried.frames, dropped: [...still, ...dropped].slice(0, lost), halt: tried.halt };
}

function flagged(
  frame: ConfirmedFrame,
  items: readonly Item[],
  guessed: ReadonlySet<string>,
): ConfirmedFrame {
  const stems = items.filter(({ id }) => guessed.has(id)).map(({ stem }) => stem);
  return frame.model === undefined || stems.length === 0
    ? frame
    : { ...frame, model: { ...frame.model, guessed: stems } };
}

function foilsOf(given: unknown): unknown[] {
  const { foils } = asRecord(given);
  return Array.isArray(foils) ? foils : [];
}

function asRecord(given: unknown): Record<string, unknown> {
  return typeof given === 'object' && given !== null ? { ...given } : {};
}

/** What is sent back to be mended is no longer than a frame can be. */
function shortened({ given, fault }: Failed): Failed {
  const longest = 3_000;
  const json = JSON.stringify(given) ?? '';
  return { given: json.length > longest ? null : given, fault };
}

function unique(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
