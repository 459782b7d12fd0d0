/** One measure over all documents, and whether it holds. */
export type Gate = {
  name: string;
  value: number;
  /** How the value is written: a share of n, a count, or a plain number. */
  as: 'share' | 'count' | 'number';
  n: number;
  /** The least or the most that holds. */
  least?: number;
  most?: number;
  /** "none" where there was nothing to measure. */
  verdict: 'pass' | 'fail' | 'none';
  /** What failed, or what the value leaves open; empty otherwise. */
  notes: string[];
};

/** At most so many examples of what failed. */
const mostNotes = 5;

export function gate(measured: Omit<Gate, 'verdict' | 'notes'> & { notes?: readonly string[] }): Gate {
  const { value, n, least, most, notes = [] } = measured;
  const holds = (least === undefined || value >= least) && (most === undefined || value <= most);
  const some =
    notes.length > mostNotes ? [...notes.slice(0, mostNotes), `and ${notes.length - mostNotes} more`] : notes;
  return { ...measured, verdict: n === 0 ? 'none' : holds ? 'pass' : 'fail', notes: [...some] };
}

/** The share of a list that is sound; `fault` says what is wrong with an entry, or null. */
export function shareGate<T>(
  name: string,
  least: number,
  list: readonly T[],
  fault: (entry: T) => string | null,
): Gate {
  const notes = list.flatMap((entry) => fault(entry) ?? []);
  const value = list.length === 0 ? 0 : (list.length - notes.length) / list.length;
  return gate({ name, value, as: 'share', n: list.length, least, notes });
}
