import type { Course, Item, Span } from '#lib/course/model.ts';
import { nearDuplicate, topicOf } from '../asked-stems.ts';
import { jaccard } from '../likeness.ts';
import { screenItem } from '../screen.ts';
import { normalised } from '../wording.ts';
import { alsoSaid, saidInText } from './also-said.ts';
import { whyNotDerivable } from './derivable.ts';
import { type Gate, gate, shareGate } from './gate.ts';
import type { Measured } from './measured.ts';

/** So many of the weightiest confirmed claims are what a course is about. */
const weightiest = 20;

/** By the compiler, whether or not a person approved of it since. */
function isMade({ item }: { item: Item }): boolean {
  return item.editorial?.decision !== 'edited' && item.editorial?.decision !== 'added';
}

/** What is measured of courses as they stand: spans, keys, flaws, duplicates, coverage, lengths. */
export function courseGates(documents: readonly Measured[]): Gate[] {
  const items = documents.flatMap(({ name, course }) => {
    const claims = new Map(course.claims.map((claim) => [claim.id, claim]));
    const said = saidInText(course.text);
    return course.items.map((item) => ({ name, course, claims, said, item }));
  });
  const where = ({ name, item }: (typeof items)[number], what: string) => `${name}: “${item.stem}” ${what}`;
  const say = (each: (typeof items)[number], what: string | null) =>
    what === null ? null : where(each, what);
  return [
    shareGate(
      'quotations stand where they say',
      1,
      documents.flatMap(({ name, course }) => spansOf(course).map((span) => ({ name, course, span }))),
      ({ name, course, span }) =>
        course.text.slice(span.start, span.end) === span.quote
          ? null
          : `${name}: “${span.quote.slice(0, 60)}”`,
    ),
    // What a person worded is theirs to answer for: the rule looks at words, not at sense.
    shareGate('keys follow from their evidence', 1, items.filter(isMade), (each) =>
      say(
        each,
        whyNotDerivable(each.item, (id) => each.claims.get(id)),
      ),
    ),
    shareGate('compiling again gives the same bytes', 1, documents, ({ name, isSameAgain }) =>
      isSameAgain ? null : name,
    ),
    shareGate('items without a flaw that can be found', 0.95, items, (each) =>
      say(each, flawsOf(each.item, each.course) ?? alsoSaid(each.item, each.said)),
    ),
    duplicates(documents),
    nearDuplicates(documents),
    ...coverage(
      documents.filter(({ course }) => course.claims.some((claim) => claim.origin !== 'extracted')),
    ),
    optionLengths(documents),
  ];
}

function flawsOf(item: Item, course: Course): string | null {
  const findings = screenItem(item, course.text);
  return findings.length === 0 ? null : findings.map(({ rule, message }) => `${rule}: ${message}`).join(' ');
}

function spansOf(course: Course): Span[] {
  return [
    ...course.lessons.flatMap((lesson) => [
      ...lesson.summary,
      ...lesson.concepts.flatMap((concept) => concept.definition ?? []),
    ]),
    ...course.claims.map((claim) => claim.evidence),
    ...course.items.flatMap((item) => [
      ...item.evidence,
      ...item.options.flatMap((option) => option.evidence ?? []),
    ]),
  ];
}

/** Items of one course that ask the same in the same words. */
function duplicates(documents: readonly Measured[]): Gate {
  const notes = documents.flatMap(({ name, course }) => {
    const seen = new Set<string>();
    return course.items.flatMap(({ stem }) => {
      const plain = normalised(stem);
      if (seen.has(plain)) return [`${name}: “${stem}”`];
      seen.add(plain);
      return [];
    });
  });
  const n = documents.reduce((sum, { course }) => sum + course.items.length, 0);
  return gate({ name: 'exact duplicates', value: notes.length, as: 'count', n, most: 0, notes });
}

/** Items that ask a claim again in the same kind, or whose stem shares most of its words with an earlier one. */
function nearDuplicates(documents: readonly Measured[]): Gate {
  const notes = documents.flatMap(({ name, course }) => {
    const topics = course.items.map(({ stem }) => topicOf(stem));
    const asked = course.items.map(({ kind, claimIds }) => [kind, ...[...claimIds].sort()].join(' '));
    return course.items
      .filter((_, at) =>
        topics
          .slice(0, at)
          .some(
            (earlier, index) =>
              asked[index] === asked[at] || jaccard(earlier, topics[at] ?? new Set()) >= nearDuplicate,
          ),
      )
      .map(({ stem }) => `${name}: “${stem}”`);
  });
  const n = documents.reduce((sum, { course }) => sum + course.items.length, 0);
  const value = n === 0 ? 0 : notes.length / n;
  return gate({ name: 'near duplicates', value, as: 'share', n, most: 0.02, notes });
}

/** Of courses with confirmed claims: the lessons that ask something, the weightiest claims that are asked. */
function coverage(documents: readonly Measured[]): Gate[] {
  const lessons = documents.flatMap(({ name, course }) =>
    course.lessons.map((lesson) => ({ name, course, lesson })),
  );
  const claims = documents.flatMap(({ name, course }) =>
    course.claims
      .filter((claim) => claim.origin !== 'extracted')
      .sort((a, b) => b.salience - a.salience || a.evidence.start - b.evidence.start)
      .slice(0, weightiest)
      .map((claim) => ({ name, course, claim })),
  );
  return [
    shareGate('with confirmed claims: lessons that ask something', 1, lessons, ({ name, course, lesson }) =>
      course.items.some((item) => item.lessonId === lesson.id) ? null : `${name}: ${lesson.title}`,
    ),
    shareGate(
      `with confirmed claims: the ${weightiest} weightiest are asked`,
      0.9,
      claims,
      ({ name, course, claim }) =>
        course.items.some((item) => item.claimIds.includes(claim.id)) ? null : `${name}: ${claim.text}`,
    ),
  ];
}

function optionLengths(documents: readonly Measured[]): Gate {
  const ratios = documents
    .flatMap(({ course }) => course.items)
    .filter((item) => item.kind === 'single')
    .map((item) => {
      const lengths = item.options.map(({ text }) => text.length);
      return Math.max(...lengths) / Math.min(...lengths);
    })
    .sort((a, b) => a - b);
  const value = ratios[Math.floor(ratios.length / 2)] ?? 0;
  return gate({
    name: 'longest option to shortest, median',
    value,
    as: 'number',
    n: ratios.length,
    most: 1.5,
  });
}
