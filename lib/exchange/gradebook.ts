import { byteOrderMark, type Cell, csvRow } from './csv.ts';

/** How a learner did in a lesson, or in the exam over the course: shares from 0 to 1, null before the first. */
export type Grade = { best: number | null; last: number | null };

export type Gradebook = {
  class: string;
  course: { slug: string; title: string };
  lessons: { title: string }[];
  hasExam: boolean;
  learners: {
    name: string;
    email: string;
    /** One for each lesson, in the lessons' order. */
    lessons: Grade[];
    exam: Grade;
  }[];
};

/** A row for each learner, best and last share of each lesson and of the exam in percent; empty before the first. */
export function gradesCsv({ lessons, hasExam, learners, exam }: Gradebook & { exam: string }): string {
  const columns = [...lessons.map(({ title }, at) => `${at + 1}. ${title}`), ...(hasExam ? [exam] : [])];
  const head: Cell[] = [
    'learner',
    'email',
    ...columns.flatMap((column) => [`${column} (best %)`, `${column} (last %)`]),
  ];
  const rows = learners.map(({ name, email, lessons: own, exam: sat }): Cell[] => [
    name,
    email,
    ...[...own, ...(hasExam ? [sat] : [])].flatMap(({ best, last }) => [
      scaled(best, 100),
      scaled(last, 100),
    ]),
  ]);
  return `${byteOrderMark}${[head, ...rows].map(csvRow).join('')}`;
}

/** What each assignment is worth in Canvas. */
const points = 10;

/**
 * The file that Canvas's gradebook imports: an assignment for each lesson and for the exam, with the best share.
 * Canvas knows its people by the e-mail address they sign in with, and reads no byte order mark.
 */
export function canvasCsv({
  class: section,
  lessons,
  hasExam,
  learners,
  exam,
}: Gradebook & { exam: string }): string {
  const assignments = [...lessons.map(({ title }, at) => `${at + 1}. ${title}`), ...(hasExam ? [exam] : [])];
  const head = csvRow(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', ...assignments]);
  // The four spaces are Canvas's own and stand without quotes in its files.
  const worth = `    Points Possible,,,,${assignments.map(() => `,${points}`).join('')}\r\n`;
  const rows = learners.map(({ name, email, lessons: own, exam: sat }) =>
    csvRow([
      name,
      null,
      null,
      email,
      section,
      ...[...own, ...(hasExam ? [sat] : [])].map(({ best }) => scaled(best, points)),
    ]),
  );
  return `${head}${worth}${rows.join('')}`;
}

/** Two decimals: what a gradebook shows. */
function scaled(share: number | null, most: number): number | null {
  return share === null ? null : Math.round(share * most * 100) / 100;
}
