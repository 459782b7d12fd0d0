/**
 * Words that mark a relation between clauses, with where they must stand and what vetoes them.
 * Source: the precisions measured on annotated prose in design/quiz-generation.md: "in order to" 100 %,
 * "although" 100 %, "by" + -ing 95 %, "if" 87 %, "to" + verb 86 %, "because" 84 %. Markers that were
 * measured as unsafe ("as", "when", bare "since") are not in the list at all.
 */
export type Marker = {
  words: string;
  relation: 'cause' | 'purpose' | 'means' | 'contrast' | 'condition';
  /** initial: opens the sentence and a comma closes it; final: stands between two clauses. */
  positions: readonly ('initial' | 'final')[];
  /** The marked clause must not begin with this. */
  veto: RegExp | null;
  precision: number;
};

export const markers: readonly Marker[] = [
  {
    words: 'because',
    relation: 'cause',
    positions: ['initial', 'final'],
    veto: /^(of|not)\b/i,
    precision: 0.9,
  },
  { words: 'in order to', relation: 'purpose', positions: ['initial', 'final'], veto: null, precision: 1 },
  { words: 'although', relation: 'contrast', positions: ['initial'], veto: null, precision: 1 },
  { words: 'even though', relation: 'contrast', positions: ['initial'], veto: null, precision: 1 },
  {
    words: 'while',
    relation: 'contrast',
    positions: ['initial'],
    veto: /^(in|at|on|still|\w+ing)\b/i,
    precision: 0.9,
  },
  {
    words: 'by',
    relation: 'means',
    positions: ['initial'],
    veto: /^(far|now|then|the|a|an)\b/i,
    precision: 0.95,
  },
  {
    words: 'if',
    relation: 'condition',
    positions: ['initial'],
    veto: /^(so|not|only|you|we|i|any)\b/i,
    precision: 0.9,
  },
];

/** Opens the phrase that lists members of a class: "arms, including fighters and missiles". */
export const memberMarkers: readonly string[] = ['such as', 'including'];
