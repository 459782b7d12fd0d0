import { findAnchor } from '#lib/course/anchor.ts';
import { anchorOf } from '#lib/course/evidence.ts';
import type { EditionBody, EditionLesson } from './edition-body.ts';
import { notes } from './schema/own.ts';

/** What a page shows of a note, and what it is found again by. */
export const noteColumns = {
  id: notes.id,
  courseId: notes.courseId,
  lessonId: notes.lessonId,
  editionId: notes.editionId,
  start: notes.start,
  end: notes.end,
  quote: notes.quote,
  before: notes.before,
  after: notes.after,
  words: notes.words,
  createdAt: notes.createdAt,
  updatedAt: notes.updatedAt,
};

export type NoteRow = {
  id: string;
  courseId: string;
  lessonId: string;
  editionId: string;
  start: number;
  end: number;
  quote: string;
  before: string;
  after: string;
  words: string;
  createdAt: Date;
  updatedAt: Date;
};

export type NotePlaceView = {
  /** Of its first sentence; null where the passage now stands in none, as in a heading. */
  address: string | null;
  /** The sentence's anchor on the lesson's page. */
  anchor: string | null;
  /** The stretches to paint: offsets count in the sentence. */
  pieces: { anchor: string; from: number; to: number }[];
};

export type NoteView = {
  id: string;
  quote: string;
  /** Empty for a highlight alone. */
  words: string;
  createdAt: Date;
  updatedAt: Date;
  /** Null where the text it stood on has changed. */
  place: NotePlaceView | null;
};

export type PlacedNote = {
  note: NoteView;
  /** Where it stands now; where it stands nowhere, the lesson it was made in, if there still is one. */
  lesson: EditionLesson | null;
  /** Offset in the edition's text; null where it stands nowhere. */
  start: number | null;
};

/** A note in the edition that is read now: at its own offsets where it was made in it, else looked for. */
export function placeNote(edition: EditionBody, editionId: string, row: NoteRow): PlacedNote {
  const span = row.editionId === editionId ? row : findAnchor(edition.text, row);
  const lesson =
    span === null
      ? undefined
      : edition.lessons.find((one) => one.start <= span.start && span.start < one.end);
  if (span === null || lesson === undefined)
    return {
      note: viewOf(row, null),
      lesson: edition.lessons.find((one) => one.id === row.lessonId) ?? null,
      start: null,
    };
  const within = edition.sentences.filter((one) => one.start < span.end && one.end > span.start);
  const address = within[0]?.address ?? null;
  const place: NotePlaceView = {
    address,
    anchor: address === null ? null : anchorOf(address),
    pieces: within.map((sentence) => ({
      anchor: anchorOf(sentence.address),
      from: Math.max(0, span.start - sentence.start),
      to: Math.min(sentence.end, span.end) - sentence.start,
    })),
  };
  return { note: viewOf(row, place), lesson, start: span.start };
}

/** A note of a course that its owner may read no more: their words and the quotation stay theirs. */
export function unplacedNote(row: NoteRow): NoteView {
  return viewOf(row, null);
}

function viewOf(row: NoteRow, place: NotePlaceView | null): NoteView {
  const { id, quote, words, createdAt, updatedAt } = row;
  return { id, quote, words, createdAt, updatedAt, place };
}
