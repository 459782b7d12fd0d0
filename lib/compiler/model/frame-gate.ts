import type { Course, Parts } from '#lib/course/model.ts';
import { fingerprint } from '#lib/text/fingerprint.ts';
import type { ConfirmedFrame } from '../claims-file.ts';
import { frameOf } from '../frames/registry.ts';
import { sharedCount, topicStems } from '../likeness.ts';
import { normalised } from '../wording.ts';
import { partForms } from './part-forms.ts';
import type { Passage, PassageSentence } from './passages.ts';
import type { Proposal } from './replies.ts';
import { notPlain } from './untrusted.ts';

/** A frame that passed, or the fault for the repair to mend. */
export type Gated = { ok: true; frame: ConfirmedFrame } | { ok: false; fault: string };

const longestPart = 240;
const longestName = 80;
/** So much of each part's content stands in its evidence: a frame takes a sentence apart, it adds nothing. */
const enough = 0.75;

/** Whether a proposed frame says what the text says: quotation first, then form, then sense as far as words show it. */
export function gateFrame(course: Course, passage: Passage, proposal: Proposal): Gated {
  const { type, parts, label, attribution } = proposal;
  const evidence = evidenceOf(course, passage, proposal);
  if (!evidence.ok) return evidence;
  const fault =
    partsFault(type, parts) ??
    groundFault(parts, evidence.quote) ??
    stanceFault(proposal, evidence.quote) ??
    nameFault(attribution, passage);
  if (fault !== null) return { ok: false, fault };
  const flat = Object.entries(parts).flatMap(([name, part]) => [name, ...[part].flat()]);
  return {
    ok: true,
    frame: {
      id: fingerprint('m', type, ...flat, normalised(evidence.quote)),
      type,
      parts,
      evidence: evidence.quote,
      label,
      attribution,
      salience: 0.5,
      alsoTrueOf: [],
      foils: [],
      acceptAlso: [],
      status: 'proposed',
      confidence: 0.5,
    },
  };
}

/** The whole sentences that hold the quotation, where it stands exactly and where the proposal says that it does. */
function evidenceOf(
  course: Course,
  passage: Passage,
  { quote, sentenceIds }: Proposal,
): { ok: true; quote: string } | { ok: false; fault: string } {
  const named = passage.sentences.filter(({ address }) => sentenceIds.includes(address));
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined || named.length < new Set(sentenceIds).size)
    return { ok: false, fault: 'sentenceIds names a sentence that is not in TEXT' };
  if (first.blockIndex !== last.blockIndex)
    return { ok: false, fault: 'its sentences stand in different paragraphs' };
  const start = course.text.indexOf(quote, first.start);
  const end = start + quote.length;
  if (start < 0 || end > last.end)
    return { ok: false, fault: 'the quote does not stand in its sentences character for character' };
  const touched = passage.sentences.filter((sentence) => sentence.start < end && sentence.end > start);
  const whole = wholeOf(course, touched);
  // Between the first and the last of them stands what was withheld, or nothing of the text.
  if (whole === null) return { ok: false, fault: 'its sentences do not follow each other' };
  if (course.text.indexOf(whole) !== course.text.lastIndexOf(whole))
    return { ok: false, fault: 'its sentence stands in the text more than once' };
  return { ok: true, quote: whole };
}

function wholeOf(course: Course, touched: readonly PassageSentence[]): string | null {
  const [first] = touched;
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  const gaps = touched
    .slice(1)
    .map((sentence, at) => course.text.slice(touched[at]?.end ?? 0, sentence.start));
  return gaps.every((gap) => gap.trim() === '') ? course.text.slice(first.start, last.end) : null;
}

function partsFault(type: Proposal['type'], parts: Parts): string | null {
  const unknown = Object.keys(parts).find((name) => !Object.hasOwn(partForms[type].parts, name));
  if (unknown !== undefined) return `a frame of type ${type} has no part of that name`;
  const malformed = frameOf(type).fault(parts);
  if (malformed !== null) return malformed;
  for (const [name, part] of Object.entries(parts)) {
    for (const phrase of [part].flat()) {
      const fault = notPlain(phrase, longestPart);
      if (fault !== null) return `${name}: ${fault}`;
      if (/[.;:!?]$/.test(phrase.trim())) return `${name}: it ends in a full stop`;
    }
  }
  return null;
}

function groundFault(parts: Parts, evidence: string): string | null {
  const stems = topicStems(evidence);
  const plain = ` ${normalised(evidence)} `;
  for (const [name, part] of Object.entries(parts)) {
    if (name === 'modality') continue;
    for (const phrase of [part].flat()) {
      const own = topicStems(phrase);
      const covered = own.size === 0 || sharedCount(own, stems) >= enough * own.size;
      const numbers = phrase.match(/\d+(?:[.,]\d+)*/g) ?? [];
      if (!covered || numbers.some((number) => !plain.includes(normalised(number))))
        return `${name}: it says more than its quote`;
    }
  }
  return null;
}

const negation =
  /\b(?:not|no|never|neither|nor|none|nobody|nothing|cannot|without|hardly|rarely)\b|n[’']t\b/i;
const hedge =
  /\b(?:could|might|may|perhaps|possibly|probably|likely|unlikely|apparently|seems?|appears?|suggests?|would)\b/i;

/** A "not" or a "could" of the evidence that the parts have lost turns a claim into another. */
function stanceFault({ type, parts, label, attribution }: Proposal, evidence: string): string | null {
  const said = Object.values(parts).flat().join(' ');
  if (negation.test(evidence) !== negation.test(said))
    return 'the quote and the parts do not agree on “not”, “no” or “never”';
  const isStated = label === 'fact' || label === 'figure';
  if (isStated && attribution === null && hedge.test(evidence) && !hedge.test(said))
    return 'it is surer than its quote, which says “could”, “might” or the like';
  const suits = (type !== 'forecast' && type !== 'open-question') || label === type;
  return suits ? null : 'its label does not suit its type';
}

/** Who says it: the text itself, or somebody whom the passage names. */
function nameFault(attribution: string | null, passage: Passage): string | null {
  if (attribution === null || /^the (?:article|lesson|text|author)$/i.test(attribution)) return null;
  const fault = notPlain(attribution, longestName);
  if (fault !== null) return `attribution: ${fault}`;
  const name = normalised(attribution);
  const isNamed = passage.sentences.some(({ shown }) => ` ${normalised(shown)} `.includes(` ${name} `));
  return isNamed ? null : 'attribution: the text names nobody of that name';
}
