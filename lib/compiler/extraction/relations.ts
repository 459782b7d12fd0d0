import { chunkClause } from '../chunker.ts';
import type { Reading, Surroundings } from '../frames/frame.ts';
import type { Marker } from '../lexicon/markers.ts';
import { markers } from '../lexicon/markers.ts';
import { ownPronoun, pointsOut } from '../lexicon/outward.ts';
import { chatty } from '../lexicon/stance.ts';
import { wordCount } from '../wording.ts';
import { bareDefinite } from './stands-alone.ts';

type Split = { main: string; marked: string; confidence: number };

const patterns = markers.map((marker) => ({
  marker,
  initial: marker.positions.includes('initial')
    ? new RegExp(`^${marker.words} (?<marked>[^,]+), (?<main>[^,]+)$`, 'i')
    : null,
  final: marker.positions.includes('final')
    ? new RegExp(`^(?<main>[^,]+?),? ${marker.words} (?<marked>[^,]+)$`, 'i')
    : null,
}));

/** Two clauses, or a clause and a phrase, on either side of a relation marker; empty on doubt. */
export function splitAtMarker({ text, around }: Reading, relation: Marker['relation']): Split[] {
  if (chatty.some((pattern) => pattern.test(text)) || /[;:—()“”"]/.test(text)) return [];
  const plain = text.replace(/[.]$/, '');
  for (const { marker, initial, final } of patterns) {
    if (marker.relation !== relation) continue;
    const found = initial?.exec(plain)?.groups ?? final?.exec(plain)?.groups;
    if (found?.main === undefined || found.marked === undefined) continue;
    if (marker.veto?.test(found.marked) === true) continue;
    const split = accept(found.main, found.marked, relation, around);
    if (split !== null) return [{ ...split, confidence: marker.precision }];
  }
  return [];
}

function accept(
  main: string,
  marked: string,
  relation: Marker['relation'],
  { uncapitalised }: Surroundings,
): Omit<Split, 'confidence'> | null {
  const clause = chunkClause(uncapitalised(main));
  if (clause === null || wordCount(main) > 25 || wordCount(marked) > 25) return null;
  if (pointsOut.test(main) || pointsOut.test(marked) || /^(?:its|their|his|her)\b/i.test(clause.subject))
    return null;
  const phrase = relation === 'purpose' || relation === 'means';
  if (phrase) {
    if (relation === 'means' && !/^[a-z]+ing\b/i.test(marked)) return null;
    if (relation === 'purpose' && !/^[a-z]+\b/.test(marked)) return null;
  } else {
    const other = chunkClause(uncapitalised(marked));
    // A possessive may point to the other clause's subject, or to anything: only the first clause's own is sure.
    if (other === null || ownPronoun.test(other.subject)) return null;
    // Neither clause may open with a bare "the N" that an earlier sentence introduced.
    if (bareDefinite(other.subject)) return null;
  }
  if (bareDefinite(clause.subject)) return null;
  return { main: uncapitalised(main), marked: uncapitalised(marked) };
}
