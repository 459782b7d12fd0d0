import { expect, test } from 'vitest';
import { type CourseQuestion, courseQuestions } from './course-questions.ts';

const question: CourseQuestion = {
  kind: 'true-false',
  stem: `It rose ${'and rose '.repeat(20)}.`,
  options: [
    { text: 'False', correct: true, rationale: 'It fell.' },
    { text: 'True', correct: false, rationale: '' },
  ],
  pairs: [],
  order: [],
  accept: [],
  evidence: [{ quote: 'It fell.' }, { quote: 'It fell.' }, { quote: 'By half.' }],
};

test('a question goes out under its lesson and a short name, with each sentence that decides once', () => {
  const [first, ...more] = courseQuestions([
    { title: 'None', items: [] },
    { title: 'Trade', items: [question] },
  ]);
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    category: '2. Trade',
    options: [
      { text: 'True', correct: false },
      { text: 'False', correct: true },
    ],
    feedback: '“It fell.”\n“By half.”',
  });
  expect(first?.name).toMatch(/^2\.1 It rose and rose .*…$/);
  expect(first?.name.length).toBeLessThanOrEqual(80);
});
