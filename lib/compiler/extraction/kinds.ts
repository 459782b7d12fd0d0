import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { hedges, vagueTerms } from '../lexicon/stance.ts';
import { wordCount } from '../wording.ts';
import { statementOf } from './stands-alone.ts';

/** Wrong answers needed: two others of the kind. */
const fewest = 2;

/**
 * What one of several kinds does: "killer T cells destroy infected cells", where the text speaks of helper T
 * cells and B cells as well. The shared noun makes the others answers that could be right.
 */
export function findKind({ text, around }: Reading): Candidate[] {
  const statement = statementOf(text, around);
  if (statement === null) return [];
  const clause = chunkClause(statement);
  if (clause === null || clause.tense === 'past' || /^(?:was|were|is|are)$/.test(clause.verb.lower))
    return [];
  const kind = kindOf(clause.subject);
  if (kind === null) return [];
  const predicate = statement.slice(clause.subject.length).trim();
  if (wordCount(predicate) < 4 || wordCount(predicate) > 20 || /,/.test(predicate)) return [];
  if (
    predicate.split(' ').some((word) => hedges.has(word) || vagueTerms.has(word)) ||
    /\bnot\b|n[’']t\b/.test(predicate)
  )
    return [];
  // An answer among others of its kind must not be the only one that the question leaves over.
  const others = around
    .kindsOf(kind.head)
    .filter((other) => other !== kind.whole && isApart(other, kind, text));
  if (others.length < fewest || predicate.includes(kind.head)) return [];
  return [
    {
      parts: { subject: clause.subject, predicate, asked: `which ${kind.head}` },
      label: 'fact',
      attribution: null,
      confidence: 0.9,
      foils: others
        .slice(0, 6)
        .map((other) => ({ text: other, why: `The text says other things of ${other}.` })),
    },
  ];
}

/** Neither part of the other's name ("UN member states"), nor spoken of in the sentence itself. */
function isApart(other: string, { whole, head }: { whole: string; head: string }, text: string): boolean {
  const telling = other.slice(0, -head.length).trim().split(' ');
  const said = text.toLowerCase();
  return (
    !other.endsWith(whole) &&
    !whole.endsWith(other) &&
    telling.every((word) => !said.includes(word.toLowerCase()))
  );
}

/** "killer T cells": one to three words before a plural noun. */
export function kindOf(phrase: string): { whole: string; head: string } | null {
  const tokens = tag(phrase);
  const head = tokens.at(-1);
  if (
    head === undefined ||
    head.pos !== 'NOUN' ||
    !/[^s]s$/.test(head.lower) ||
    tokens.length < 2 ||
    tokens.length > 4
  )
    return null;
  const before = tokens.slice(0, -1);
  return before.every(({ pos, lower }) => ['ADJ', 'NOUN', 'PROPN'].includes(pos) && !common.test(lower))
    ? { whole: phrase, head: head.lower }
    : null;
}

const common =
  /^(?:many|most|some|few|other|several|such|certain|various|different|same|new|old|large|small|big|more|first|last|next|own|early|late|modern|recent|main|major|important|common|many|all|both|these|those|two|three|four|five|six|typical|ordinary|similar|individual|single|entire|whole|young|nearby|local|good|better|best)$/;
