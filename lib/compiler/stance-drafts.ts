import { blank } from './frames/drafting.ts';
import type { Answer, FramedClaim, ItemDraft } from './frames/frame.ts';
import { hedges } from './lexicon/stance.ts';
import { sharedCount, topicStems } from './likeness.ts';
import { addressOf } from './wording.ts';

/** How a text may present a statement. Of like length, so that none stands out. */
const stances = {
  fact: 'As an established fact',
  judgement: 'As the author’s own judgement',
  forecast: 'As a forecast of what may come',
  open: 'As a question that it leaves open',
  view: 'As a view that it reports of others',
} as const;

const foretells = /\b(?:will|bound to|likely|expected|going to|set to)\b/;

/** The article speaks for itself: a verb of judging with the article as its subject. */
const judges =
  /(?:^|, )the article (?:argues|judges|reasons|concludes|contends|holds)\b|\bin the article’s view\b/i;
/** A party speaks: what it sees, says or believes is its own view. */
const partySpeaks =
  /\b(?:see themselves|sees itself|say|says|claim|claims|believe|believes|hold|holds|maintain|maintains|regard|regards)\b/i;

/** At most so many for a lesson: the form is soon learned. */
const most = 2;

/**
 * Questions about how the lesson presents a statement: reading for who says it and how surely.
 * Only where the evidence says it in so many words.
 */
export function stanceDrafts(claims: readonly FramedClaim[]): ItemDraft[] {
  return [...claims]
    .sort((a, b) => b.salience - a.salience || a.sentenceIndex - b.sentenceIndex)
    .flatMap((claim) => stanceOf(claim) ?? [])
    .slice(0, most);
}

function stanceOf(claim: FramedClaim): ItemDraft | null {
  const said = statementOf(claim);
  const quote = said === null ? '' : sayingSentence(claim, said);
  if (said === null || said.split(' ').some((word) => hedges.has(word.toLowerCase()))) return null;
  const view = (who: string) => `As the view of ${who}`;
  const parties =
    claim.type === 'attribution'
      ? claim.foils.map((foil) => foil.text).filter((text) => !/author|article/.test(text))
      : [];
  const speaks = partySpeaks.exec(quote)?.[0];
  if (
    claim.type === 'attribution' &&
    claim.attribution !== null &&
    claim.attribution === claim.parts.who &&
    speaks !== undefined
  ) {
    const who = view(claim.attribution);
    const others = [stances.fact, stances.judgement, ...parties.slice(0, 1).map(view)];
    return draft(claim, said, { key: who, others, marker: speaks });
  }
  const judged = judges.exec(quote)?.[0];
  if (claim.label === 'interpretation' && claim.attribution === 'the article' && judged !== undefined) {
    // What is "bound to be felt" may be read as a forecast as well: there it is no wrong answer.
    const others = foretells.test(said)
      ? [stances.fact, stances.view, stances.open]
      : [stances.fact, stances.forecast, stances.open];
    return draft(claim, said, { key: stances.judgement, others, marker: judged.replace(/^, /, '') });
  }
  return null;
}

/** The sentence of the evidence that says it: a stance in another sentence is about something else. */
function sayingSentence(claim: FramedClaim, said: string): string {
  const topic = topicStems(said);
  const { start, quote } = claim.evidence;
  const sentences = claim.sentences.map((each) =>
    quote.slice(Math.max(0, each.start - start), each.end - start),
  );
  return sentences.reduce(
    (best, each) =>
      sharedCount(topicStems(each), topic) > sharedCount(topicStems(best), topic) ? each : best,
    '',
  );
}

function statementOf(claim: FramedClaim): string | null {
  const { parts } = claim;
  if (claim.type === 'attribution') return String(parts.holds);
  if (claim.type === 'cause') return String(parts.effect);
  if (claim.type === 'property') return `${String(parts.subject)} ${String(parts.predicate)}`;
  return null;
}

function draft(
  claim: FramedClaim,
  said: string,
  { key, others, marker }: { key: string; others: readonly string[]; marker: string },
): ItemDraft {
  const marked = `The lesson marks it with “${marker}” (${addressOf(claim.sentences)})`;
  const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const right: Answer = {
    text: key,
    rationale: `${marked}.`,
    evidence: claim.evidence,
    origin: 'key',
  };
  const fixed: Answer[] = others.map((text) => ({
    text,
    rationale: `${marked}: that is to present it ${small(key)}, not ${small(text)}.`,
    evidence: claim.evidence,
    origin: 'fixed',
  }));
  return blank(
    'stance/single',
    'single',
    [claim],
    `How does the lesson present the statement that ${said}?`,
    {
      keys: [right],
      candidates: fixed,
    },
  );
}
