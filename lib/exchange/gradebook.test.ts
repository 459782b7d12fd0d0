import { expect, test } from 'vitest';
import { canvasCsv, type Gradebook, gradesCsv } from './gradebook.ts';

const book: Gradebook & { exam: string } = {
  exam: 'Exam',
  class: 'Group B',
  course: { slug: 'fixture', title: 'Fixture' },
  lessons: [{ title: 'Trade, money' }],
  hasExam: true,
  learners: [
    {
      name: '=HYPERLINK("x")',
      email: 'a@example.org',
      lessons: [{ best: 2 / 3, last: 0 }],
      exam: { best: null, last: null },
    },
    { name: 'Bo', email: '+b@example.org', lessons: [{ best: 1, last: 1 }], exam: { best: 0.5, last: 0.25 } },
  ],
};

test('the general file has best and last in percent, and no cell that a spreadsheet runs', () => {
  expect(gradesCsv(book)).toBe(
    [
      '\uFEFFlearner,email,"1. Trade, money (best %)","1. Trade, money (last %)",Exam (best %),Exam (last %)',
      '"\'=HYPERLINK(""x"")",a@example.org,66.67,0,,',
      "Bo,'+b@example.org,100,100,50,25",
      '',
    ].join('\r\n'),
  );
});

test('the file for Canvas has its header, the points and the best of each in points', () => {
  expect(canvasCsv(book)).toBe(
    [
      'Student,ID,SIS User ID,SIS Login ID,Section,"1. Trade, money",Exam',
      '    Points Possible,,,,,10,10',
      '"\'=HYPERLINK(""x"")",,,a@example.org,Group B,6.67,',
      "Bo,,,'+b@example.org,Group B,10,5",
      '',
    ].join('\r\n'),
  );
  expect(
    canvasCsv({ ...book, lessons: [{ title: 'Trade' }], hasExam: false })
      .split('\r\n')
      .slice(0, 2),
  ).toEqual(['Student,ID,SIS User ID,SIS Login ID,Section,1. Trade', '    Points Possible,,,,,10']);
});

test('a class without learners is a header', () => {
  expect(gradesCsv({ ...book, learners: [], hasExam: false, lessons: [] })).toBe('\uFEFFlearner,email\r\n');
});
