import { shuffle } from '#lib/text/shuffle.ts';
import { alsoTrue } from './bank.ts';
import { according, blank } from './frames/drafting.ts';
import { momentOf } from './frames/event.ts';
import type { FramedClaim, ItemDraft } from './frames/frame.ts';
import { countriesIn } from './lexicon/countries.ts';
import { sharedCount, topicStems } from './likeness.ts';
import { numberOf } from './noun-phrase.ts';
import { capitalize, listed, option } from './wording.ts';

/** Fewer pairs can be guessed, more burden the memory instead of the understanding. */
const fewestPairs = 3;
/** Terms are told apart by less than gains or dates are. */
const fewestTerms = 4;
const mostPairs = 4;

/** Questions that several claims of one lesson make together: matching and ordering. */
export function groupDrafts(claims: readonly FramedClaim[]): ItemDraft[] {
  return [...matchTerms(claims), ...matchGains(claims), ...orderEvents(claims)];
}

/** Terms with meanings. A term whose own words stand in its meaning would match itself. */
function matchTerms(claims: readonly FramedClaim[]): ItemDraft[] {
  const left = claims
    .filter((claim) => claim.type === 'definition' && claim.parts.naming === undefined)
    // One plural among singulars finds its meaning by its form.
    .filter(({ parts }) => numberOf(String(parts.term)) !== 'plural')
    .filter(
      ({ parts }) => sharedCount(topicStems(String(parts.term)), topicStems(String(parts.meaning))) === 0,
    )
    .sort((a, b) => b.salience - a.salience || a.sentenceIndex - b.sentenceIndex);
  const drafts: ItemDraft[] = [];
  while (left.length >= fewestTerms && drafts.length < 2) {
    const group: FramedClaim[] = [];
    for (const claim of [...left]) {
      if (group.length === mostPairs || group.some((other) => alsoTrue(claim, other))) continue;
      group.push(claim);
      left.splice(left.indexOf(claim), 1);
    }
    if (group.length < fewestTerms) break;
    const ordered = shuffle(group, group.map((claim) => claim.id).join());
    const terms = ordered.map((claim) => `“${String(claim.parts.term)}”`);
    drafts.push(
      blank(
        'definition/matching',
        'matching',
        ordered,
        `Match these terms with their meanings: ${listed(terms)}.`,
        {
          pairs: ordered.map(({ parts }) => ({
            left: option(String(parts.term)),
            right: option(String(parts.meaning)),
          })),
        },
      ),
    );
  }
  return drafts;
}

/** Gains with the actor that draws them, where neither a gain nor its source names an actor. */
function matchGains(claims: readonly FramedClaim[]): ItemDraft[] {
  const gains = claims.filter(
    (claim) => claim.type === 'benefit' && countriesIn(String(claim.parts.gains)).length === 0,
  );
  const actors = [...new Set(gains.map((claim) => String(claim.parts.actor)))];
  const [first] = gains;
  if (first === undefined || gains.length < fewestPairs || actors.length < 2) return [];
  const chosen = shuffle(gains.slice(0, mostPairs), gains.map((claim) => claim.id).join());
  return [
    blank(
      'benefit/matching',
      'matching',
      chosen,
      `${according(first)}, who gains what? Match each gain with ${listed(actors).replace(/ and (?=[^ ]+$)/, ' or ')}.`,
      {
        pairs: chosen.map(({ parts }) => ({
          left: option(String(parts.gains)),
          right: capitalize(String(parts.actor)),
        })),
      },
    ),
  ];
}

/** Dated events in the order of time, where every date differs. */
function orderEvents(claims: readonly FramedClaim[]): ItemDraft[] {
  const dated = claims
    .filter((claim) => claim.type === 'event')
    .map((claim) => ({ claim, at: momentOf(String(claim.parts.date)) }))
    .filter((entry): entry is { claim: FramedClaim; at: number } => entry.at !== null);
  // A bare year beside a day of that year has no sure place.
  const distinct = dated.filter(
    ({ at }) =>
      dated.filter((other) => Math.floor(other.at / 10_000) === Math.floor(at / 10_000)).length === 1,
  );
  if (distinct.length < fewestPairs) return [];
  const chosen = [...distinct].sort((a, b) => b.claim.salience - a.claim.salience || a.at - b.at).slice(0, 5);
  chosen.sort((a, b) => a.at - b.at);
  return [
    blank(
      'event/ordering',
      'ordering',
      chosen.map(({ claim }) => claim),
      'Put these events in order, the earliest first.',
      {
        order: chosen.map(({ claim }) => option(String(claim.parts.statement))),
      },
    ),
  ];
}
