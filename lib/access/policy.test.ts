import { expect, test } from 'vitest';
import {
  canAnswer,
  canCreateClass,
  canManagePeople,
  canPublishCourse,
  canReadCourse,
  canStartAttempt,
  canTeachClass,
  roleOfNewcomer,
} from './policy.ts';
import { type Role, roles, type Viewer } from './viewer.ts';

const viewer = (role: Role): Viewer => ({ schoolId: 's', userId: role, sessionId: 'x', name: role, role });
const who = (may: (viewer: Viewer | null) => boolean) => [
  ...(may(null) ? ['anyone'] : []),
  ...roles.filter((role) => may(viewer(role))),
];

test('a public course is read by anyone and worked on by whoever has signed in', () => {
  const course = { visibility: 'public', enrolled: false } as const;
  expect(who((person) => canReadCourse(person, course))).toEqual(['anyone', ...roles]);
  expect(who((person) => canStartAttempt(person, course))).toEqual([...roles]);
});

test('a course for classes is read by its learners, by instructors and by admins', () => {
  const course = { visibility: 'class', enrolled: false } as const;
  expect(who((person) => canReadCourse(person, course))).toEqual(['admin', 'instructor']);
  expect(who((person) => canStartAttempt(person, { ...course, enrolled: true }))).toEqual([...roles]);
});

test('an attempt is answered by its own learner alone, and by no admin', () => {
  expect(who((person) => canAnswer(person, { userId: 'learner' }))).toEqual(['learner']);
});

test('a class is taught by its instructors and by admins, and by nobody who is a learner again', () => {
  expect(who((person) => canTeachClass(person, { instructs: true }))).toEqual(['admin', 'instructor']);
  expect(who((person) => canTeachClass(person, { instructs: false }))).toEqual(['admin']);
});

test('instructors and admins open classes; admins alone manage people and publish', () => {
  expect(who(canCreateClass)).toEqual(['admin', 'instructor']);
  expect(who(canManagePeople)).toEqual(['admin']);
  expect(who(canPublishCourse)).toEqual(['admin']);
});

test('the first to come runs the install', () => {
  expect([roleOfNewcomer(true), roleOfNewcomer(false)]).toEqual(['admin', 'learner']);
});
