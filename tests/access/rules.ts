import { anyAnswer, type Half, type World } from './world.ts';

/**
 * The table of access: every address and every action, and what each kind of person is answered.
 * A file below app/ without an entry here fails the test, and so does an entry without its file.
 */

/** Who has the right session, by what they are to the left half of the world. */
export const members = ['learner', 'otherLearner', 'instructor', 'otherInstructor', 'admin'] as const;
/** Who is nobody to Lectern, whatever their cookie says: answered exactly as without one. */
export const ghosts = ['anonymous', 'suspended', 'signedOutEverywhere', 'stranger'] as const;
export const persons = [...members, ...ghosts] as const;
export type Member = (typeof members)[number];
export type Ghost = (typeof ghosts)[number];
export type Person = Member | Ghost;

/** What is answered. `own`: the page or the deed itself, as opposed to the ways to be turned away. */
export type Outcome =
  | 'own'
  /** Led on to another page of Lectern, because of where the person stands. */
  | 'onward'
  /** The form comes back with a sentence: the deed was looked at, and refused. */
  | 'told'
  | 'sign-in'
  | 'not-found'
  /** Of the handler for scripts: 401 in JSON. */
  | 'signed-out';

/** One answer for each member, and one for all ghosts. */
export type Answers = Record<Member, Outcome> & { ghosts: Outcome };

const all = (outcome: Outcome, ghosts: Outcome = outcome): Answers => ({
  learner: outcome,
  otherLearner: outcome,
  instructor: outcome,
  otherInstructor: outcome,
  admin: outcome,
  ghosts,
});

const onlyLearner = (outcome: Outcome, ghosts: Outcome = 'sign-in'): Answers => ({
  ...all('not-found', ghosts),
  learner: outcome,
});
/** Those who may see and change a class. */
const whoTeaches = (outcome: Outcome): Answers => ({
  ...all('not-found', 'sign-in'),
  instructor: outcome,
  admin: outcome,
});
const onlyAdmin = (outcome: Outcome): Answers => ({ ...all('not-found', 'sign-in'), admin: outcome });
const whoIsNoLearner = (outcome: Outcome): Answers => ({
  ...all(outcome, 'sign-in'),
  learner: 'not-found',
  otherLearner: 'not-found',
});

/** What a person of one half is to the other half: so each rule holds for a foreign id too. */
export const mirrored: Record<Person, Person> = {
  learner: 'otherLearner',
  otherLearner: 'learner',
  instructor: 'otherInstructor',
  otherInstructor: 'instructor',
  admin: 'admin',
  anonymous: 'anonymous',
  suspended: 'suspended',
  signedOutEverywhere: 'signedOutEverywhere',
  stranger: 'stranger',
};

export function outcomeFor(answers: Answers, person: Person): Outcome {
  return person in answers ? answers[person as Member] : answers.ghosts;
}

/** Ids that belong to nobody, of the right form. */
export const nobody = '00000000-0000-7000-8000-000000000000';

export type PageRule = {
  /** The address for one half. Addresses without an id leave the half aside. */
  path: (half: Half, world: World) => string;
  answers: Answers;
  /** The same address with an id that nobody has; null where the address has none. */
  absent: string | null;
  /** Addresses that join ids of both halves: absent for everybody who is signed in. */
  crossed?: (world: World) => string[];
  /** Whether the halves' addresses are the same: then the rule is not mirrored. */
  shared?: true;
};

const shared = { absent: null, shared: true } as const;

export const pageRules: Record<string, PageRule> = {
  '/': { ...shared, path: () => '/', answers: all('own') },
  '/courses': { ...shared, path: () => '/courses', answers: all('own') },
  '/courses/[course]': {
    shared: true,
    path: (_, world) => `/courses/${world.course.slug}`,
    answers: all('own', 'not-found'),
    absent: '/courses/no-such-course',
  },
  '/courses/[course]/glossary': {
    shared: true,
    path: (_, world) => `/courses/${world.course.slug}/glossary`,
    answers: all('own', 'not-found'),
    absent: '/courses/no-such-course/glossary',
  },
  '/courses/[course]/[lesson]': {
    shared: true,
    path: (_, world) => `/courses/${world.course.slug}/${world.course.lessonSlug}`,
    answers: all('own', 'not-found'),
    absent: '/courses/no-such-course/no-such-lesson',
    crossed: (world) => [`/courses/${world.course.slug}/no-such-lesson`],
  },
  // Whoever holds a certificate's code may check it: that is what it is for.
  '/certificates/[code]': {
    path: (half) => `/certificates/${half.certificate}`,
    answers: all('own'),
    absent: '/certificates/ZZZZZZZZZZZZZZZZ',
  },
  '/join': { ...shared, path: () => '/join', answers: all('own') },
  // Whoever holds the code may see which class it opens: that is what it is for.
  '/join/[code]': {
    path: (half) => `/join/${half.joinCode}`,
    answers: all('own'),
    absent: '/join/ZZZZZZ',
  },
  '/register': { ...shared, path: () => '/register', answers: all('onward', 'own') },
  '/sign-in': { ...shared, path: () => '/sign-in', answers: all('onward', 'own') },
  '/account': { ...shared, path: () => '/account', answers: all('own', 'sign-in') },
  '/account/delete': { ...shared, path: () => '/account/delete', answers: all('own', 'sign-in') },
  // Says its sentence to the browser that has just deleted an account, by a cookie; nobody here has one.
  '/account/deleted': { ...shared, path: () => '/account/deleted', answers: all('onward') },
  // What it finds is what the asker may read; that is tested in the database.
  '/search': { ...shared, path: () => '/search?q=words', answers: all('own') },
  '/learn': { ...shared, path: () => '/learn', answers: all('own', 'sign-in') },
  '/learn/mistakes': { ...shared, path: () => '/learn/mistakes', answers: all('own', 'sign-in') },
  '/learn/notes': { ...shared, path: () => '/learn/notes', answers: all('own', 'sign-in') },
  '/learn/notes/[note]': {
    path: (half) => `/learn/notes/${half.note.id}`,
    answers: onlyLearner('own'),
    absent: `/learn/notes/${nobody}`,
  },
  '/learn/review': { ...shared, path: () => '/learn/review', answers: all('own', 'sign-in') },
  '/learn/review/[review]': {
    path: (half) => `/learn/review/${half.card.reviewId}`,
    answers: onlyLearner('own'),
    absent: `/learn/review/${nobody}`,
  },
  '/learn/progress': { ...shared, path: () => '/learn/progress', answers: all('own', 'sign-in') },
  '/learn/progress/[course]': {
    shared: true,
    path: (_, world) => `/learn/progress/${world.course.slug}`,
    answers: all('own', 'sign-in'),
    absent: '/learn/progress/no-such-course',
  },
  '/learn/settings': { ...shared, path: () => '/learn/settings', answers: all('own', 'sign-in') },
  '/learn/quiz/[attempt]': {
    path: (half) => `/learn/quiz/${half.open.id}`,
    answers: onlyLearner('onward'),
    absent: `/learn/quiz/${nobody}`,
  },
  '/learn/quiz/[attempt]/[position]': {
    path: (half) => `/learn/quiz/${half.open.id}/2`,
    answers: onlyLearner('own'),
    absent: `/learn/quiz/${nobody}/2`,
    crossed: (world) => [`/learn/quiz/${world.left.open.id}/999`, `/learn/quiz/${world.left.open.id}/0`],
  },
  '/learn/quiz/[attempt]/result': {
    path: (half) => `/learn/quiz/${half.finished.id}/result`,
    answers: onlyLearner('own'),
    absent: `/learn/quiz/${nobody}/result`,
  },
  // Everybody's: what a device keeps is read there by the device alone.
  '/offline': { ...shared, path: () => '/offline', answers: all('own') },
  '/teach': { ...shared, path: () => '/teach', answers: whoIsNoLearner('own') },
  '/teach/classes/[class]': {
    path: (half) => `/teach/classes/${half.classId}`,
    answers: whoTeaches('own'),
    absent: `/teach/classes/${nobody}`,
  },
  '/teach/classes/[class]/analysis/[lesson]': {
    path: (half, world) => `/teach/classes/${half.classId}/analysis/${world.course.lessonSlug}`,
    answers: whoTeaches('own'),
    absent: `/teach/classes/${nobody}/analysis/no-such-lesson`,
    crossed: ({ left }) => [`/teach/classes/${left.classId}/analysis/no-such-lesson`],
  },
  '/teach/classes/[class]/analysis/[lesson]/[question]': {
    path: (half, world) => `/teach/classes/${half.classId}/analysis/${world.course.lessonSlug}/1`,
    answers: whoTeaches('own'),
    absent: `/teach/classes/${nobody}/analysis/no-such-lesson/1`,
    crossed: ({ left, course }) =>
      ['0', '999', 'x', '1.5'].map(
        (number) => `/teach/classes/${left.classId}/analysis/${course.lessonSlug}/${number}`,
      ),
  },
  '/teach/classes/[class]/analysis/[lesson]/totals': {
    path: (half, world) => `/teach/classes/${half.classId}/analysis/${world.course.lessonSlug}/totals`,
    answers: whoTeaches('own'),
    absent: `/teach/classes/${nobody}/analysis/no-such-lesson/totals`,
    crossed: ({ left }) => [`/teach/classes/${left.classId}/analysis/no-such-lesson/totals`],
  },
  '/teach/classes/[class]/settings': {
    path: (half) => `/teach/classes/${half.classId}/settings`,
    answers: whoTeaches('own'),
    absent: `/teach/classes/${nobody}/settings`,
  },
  '/teach/classes/[class]/learners/[learner]': {
    path: (half) => `/teach/classes/${half.classId}/learners/${half.learner.userId}`,
    answers: whoTeaches('own'),
    absent: `/teach/classes/${nobody}/learners/${nobody}`,
    crossed: ({ left, right, stranger }) => [
      `/teach/classes/${left.classId}/learners/${right.learner.userId}`,
      `/teach/classes/${left.classId}/learners/${left.instructor.userId}`,
      `/teach/classes/${left.classId}/learners/${stranger.userId}`,
      `/teach/classes/${left.classId}/learners/${nobody}`,
    ],
  },
  '/teach/classes/[class]/attempts/[attempt]': {
    path: (half) => `/teach/classes/${half.classId}/attempts/${half.open.id}`,
    answers: whoTeaches('own'),
    absent: `/teach/classes/${nobody}/attempts/${nobody}`,
    crossed: ({ left, right }) => [
      `/teach/classes/${left.classId}/attempts/${right.open.id}`,
      `/teach/classes/${left.classId}/attempts/${right.finished.id}`,
      `/teach/classes/${left.classId}/attempts/${nobody}`,
    ],
  },
  '/admin/people': { ...shared, path: () => '/admin/people', answers: onlyAdmin('own') },
};

export type HandlerRule = {
  /** Requests of one half, as its own learner's script would send them. */
  request: (half: Half, world: World) => { path: string; json?: unknown };
  /** The same with an id that nobody has; null where there is none in it. */
  absent: ((half: Half, world: World) => { path: string; json?: unknown }) | null;
  answers: Answers;
  shared?: true;
};

/** The answer to a question that the half's learner has open. */
const secondAnswer = (half: Half, world: World) => {
  const item = world.course.items[1];
  if (item === undefined) throw new Error('the lesson of this world has one question only');
  return {
    position: 2,
    responseId: crypto.randomUUID(),
    answer: anyAnswer(item.prompt),
    attempt: half.open.id,
  };
};

/** The answer to the question that is due for the half's learner. */
const dueAnswer = (cardId: string, { card }: Half, world: World) => {
  const [item] = world.course.items;
  if (item === undefined) throw new Error('the lesson of this world has no questions');
  return {
    cardId,
    reps: card.reps,
    reviewId: crypto.randomUUID(),
    answer: anyAnswer(item.prompt),
    certainty: null,
  };
};

/** The first sentence of a lesson, marked. */
const markOf = (course: string, lesson: string) => ({
  noteId: crypto.randomUUID(),
  course,
  lesson,
  edition: 1,
  from: { address: '1.1', at: 0 },
  to: { address: '1.1', at: null },
  words: '',
});

export const handlerRules: Record<string, HandlerRule> = {
  'POST /api/attempts/[attempt]/responses': {
    request: (half, world) => {
      const { attempt, ...json } = secondAnswer(half, world);
      return { path: `/api/attempts/${attempt}/responses`, json };
    },
    absent: (half, world) => {
      const { attempt, ...json } = secondAnswer(half, world);
      return { path: `/api/attempts/${attempt.replace(/./g, (c) => (c === '-' ? c : '0'))}/responses`, json };
    },
    answers: onlyLearner('own', 'signed-out'),
  },
  'POST /api/attempts/[attempt]/marks': {
    request: (half) => ({
      path: `/api/attempts/${half.open.id}/marks`,
      json: { position: 3, marked: true },
    }),
    absent: () => ({ path: `/api/attempts/${nobody}/marks`, json: { position: 3, marked: true } }),
    answers: onlyLearner('own', 'signed-out'),
  },
  'POST /api/reviews': {
    request: (half, world) => ({ path: '/api/reviews', json: dueAnswer(half.card.id, half, world) }),
    absent: (half, world) => ({ path: '/api/reviews', json: dueAnswer(nobody, half, world) }),
    answers: onlyLearner('own', 'signed-out'),
  },
  // One's own record alone: there is no address for another's.
  'GET /account/export/[format]': {
    request: () => ({ path: '/account/export/json' }),
    absent: null,
    answers: all('own', 'sign-in'),
    shared: true,
  },
  // With the names and marks of a class, and with keys: for whoever teaches it.
  'GET /teach/classes/[class]/grades.csv': {
    request: (half) => ({ path: `/teach/classes/${half.classId}/grades.csv` }),
    absent: () => ({ path: `/teach/classes/${nobody}/grades.csv` }),
    answers: whoTeaches('own'),
  },
  'GET /teach/classes/[class]/questions/[format]': {
    request: (half) => ({ path: `/teach/classes/${half.classId}/questions/gift` }),
    absent: () => ({ path: `/teach/classes/${nobody}/questions/gift` }),
    answers: whoTeaches('own'),
  },
  'POST /api/notes': {
    request: (_, world) => ({ path: '/api/notes', json: markOf(world.course.slug, world.course.lessonSlug) }),
    absent: () => ({ path: '/api/notes', json: markOf('no-such-course', 'no-such-lesson') }),
    answers: all('own', 'signed-out'),
    shared: true,
  },
  // Says to each who they are, and nothing else.
  'GET /api/auth/[...nextauth]': {
    request: () => ({ path: '/api/auth/session' }),
    absent: null,
    answers: all('own'),
    shared: true,
  },
  'POST /api/auth/[...nextauth]': {
    request: () => ({ path: '/api/auth/_log' }),
    absent: null,
    answers: all('own'),
    shared: true,
  },
  // Only a cookie of the browser's own; whoever sends it is led back to the page they are on.
  'POST /api/language': {
    request: () => ({ path: '/api/language' }),
    absent: null,
    answers: all('onward'),
    shared: true,
  },
  'GET /manifest.webmanifest': {
    request: () => ({ path: '/manifest.webmanifest' }),
    absent: null,
    answers: all('own'),
    shared: true,
  },
  'GET /sw.js': { request: () => ({ path: '/sw.js' }), absent: null, answers: all('own'), shared: true },
  'GET /healthz': { request: () => ({ path: '/healthz' }), absent: null, answers: all('own'), shared: true },
  'GET /readyz': { request: () => ({ path: '/readyz' }), absent: null, answers: all('own'), shared: true },
};

export type ActionRule = {
  /** A page that has the action: where its POST goes. */
  page: (half: Half, world: World) => string;
  fields: (half: Half, world: World) => Record<string, string>;
  answers: Answers;
  /** The fields that name nobody's; null where the action names nothing. */
  absent: Record<string, string> | null;
  /** What they may be told all the same, since what they ask with opens it to them elsewhere. */
  tells?: (half: Half) => readonly string[];
  /** A plain form action gets the form alone; the others the state before it. */
  plain?: true;
  shared?: true;
};

const aDispute = () => ({ disputeId: crypto.randomUUID(), words: 'It is not so.', quote: '' });

const people = { page: () => '/admin/people', answers: onlyAdmin('own') };
const settings = {
  page: (half: Half) => `/teach/classes/${half.classId}/settings`,
  answers: whoTeaches('own'),
};

export const actionRules: Record<string, ActionRule> = {
  'account/actions.ts signOutAction': {
    page: () => '/account',
    fields: () => ({}),
    absent: null,
    answers: all('own', 'sign-in'),
    shared: true,
  },
  'account/actions.ts signOutEverywhereAction': {
    page: () => '/account',
    fields: () => ({}),
    absent: null,
    answers: all('own', 'sign-in'),
    shared: true,
  },
  // One's own sessions alone; not even an admin ends another's here.
  'account/actions.ts endSessionAction': {
    page: () => '/account',
    fields: (half) => ({ session: half.learner.session.sid }),
    absent: { session: nobody },
    answers: onlyLearner('own'),
  },
  // The old password is asked for; a wrong one is said so, in the form.
  'account/actions.ts changePasswordAction': {
    page: () => '/account',
    fields: () => ({ currentPassword: 'not the password', newPassword: 'another long phrase' }),
    absent: null,
    answers: all('told', 'sign-in'),
    shared: true,
  },
  // Who cannot show that it is they is told so, in the form, and nothing is deleted.
  'account/delete/actions.ts deleteAccountAction': {
    page: () => '/account/delete',
    fields: () => ({ password: 'not the password', email: 'not.mine@school.example', sure: 'yes' }),
    absent: null,
    answers: all('told', 'sign-in'),
    shared: true,
  },
  'admin/people/actions.ts changeRoleAction': {
    ...people,
    fields: (half) => ({ userId: half.learner.userId, role: 'instructor', here: '/admin/people' }),
    absent: { userId: nobody, role: 'instructor', here: '/admin/people' },
  },
  'admin/people/actions.ts suspendAction': {
    ...people,
    fields: (half) => ({ userId: half.learner.userId, here: '/admin/people' }),
    absent: { userId: nobody, here: '/admin/people' },
  },
  'admin/people/actions.ts restoreAction': {
    ...people,
    fields: (half) => ({ userId: half.learner.userId, here: '/admin/people' }),
    absent: { userId: nobody, here: '/admin/people' },
  },
  'join/[code]/actions.ts joinAction': {
    page: (half) => `/join/${half.joinCode}`,
    fields: (half) => ({ code: half.joinCode, here: `/join/${half.joinCode}` }),
    absent: null,
    answers: all('own', 'sign-in'),
    // The way to the sign-in names the class, as /join/[code] does to whoever holds the code.
    tells: (half) => [half.className],
  },
  'learn/actions.ts startQuiz': {
    page: (_, world) => `/courses/${world.course.slug}/${world.course.lessonSlug}`,
    fields: (_, world) => ({ course: world.course.slug, lesson: world.course.lessonSlug }),
    absent: { course: 'no-such-course', lesson: 'no-such-lesson' },
    answers: all('own', 'sign-in'),
    plain: true,
    shared: true,
  },
  'learn/actions.ts finishQuiz': {
    page: (_, world) => `/courses/${world.course.slug}/${world.course.lessonSlug}`,
    fields: (half) => ({ attempt: half.open.id }),
    absent: { attempt: nobody },
    answers: onlyLearner('own'),
    plain: true,
  },
  'learn/quiz/actions.ts disputeAction': {
    page: (half) => `/learn/quiz/${half.finished.id}/1?dispute=1`,
    fields: (half) => ({ ...aDispute(), attempt: half.finished.id, position: '1' }),
    absent: { ...aDispute(), attempt: nobody, position: '1' },
    answers: onlyLearner('own'),
  },
  'learn/exam/actions.ts takeExam': {
    page: (_, world) => `/courses/${world.course.slug}`,
    fields: (_, world) => ({ course: world.course.slug }),
    absent: { course: 'no-such-course' },
    answers: all('own', 'sign-in'),
    plain: true,
    shared: true,
  },
  'learn/exam/actions.ts askForCertificate': {
    page: (half) => `/learn/quiz/${half.exam.id}/result`,
    fields: (half) => ({ attempt: half.exam.id }),
    absent: { attempt: nobody },
    answers: onlyLearner('own'),
    plain: true,
  },
  'learn/notes/[note]/actions.ts changeNoteAction': {
    page: (half) => `/learn/notes/${half.note.id}`,
    fields: (half) => ({ note: half.note.id, words: 'Other words', from: 'notes', here: '/learn/notes' }),
    absent: { note: nobody, words: 'Other words', from: 'notes', here: '/learn/notes' },
    answers: onlyLearner('own'),
  },
  'learn/notes/[note]/actions.ts deleteNoteAction': {
    page: (half) => `/learn/notes/${half.note.id}`,
    fields: (half) => ({ note: half.note.id, from: 'lesson', here: '/learn/notes' }),
    absent: { note: nobody, from: 'lesson', here: '/learn/notes' },
    answers: onlyLearner('own'),
  },
  // One's own choices alone: nobody is named.
  'learn/settings/actions.ts saveSettingsAction': {
    page: () => '/learn/settings',
    fields: () => ({ dailyCap: '20', weeklyGoal: 'none', here: '/learn/settings' }),
    absent: null,
    answers: all('own', 'sign-in'),
    shared: true,
  },
  'register/actions.ts registerAction': {
    page: () => '/register',
    fields: () => ({ name: 'Newcomer', email: 'not an address', password: 'x', to: '' }),
    absent: null,
    answers: all('told'),
    shared: true,
  },
  'sign-in/actions.ts signInAction': {
    page: () => '/sign-in',
    fields: () => ({ email: 'nobody@school.example', password: 'not the password', to: '' }),
    absent: null,
    answers: all('told'),
    shared: true,
  },
  'teach/actions.ts createClassAction': {
    page: () => '/teach',
    fields: (_, world) => ({ name: 'A new class', course: world.course.slug }),
    absent: { name: 'A new class', course: 'no-such-course' },
    answers: whoIsNoLearner('own'),
    shared: true,
  },
  'teach/classes/[class]/learners/[learner]/actions.ts removeLearnerAction': {
    page: (half) => `/teach/classes/${half.classId}/learners/${half.learner.userId}`,
    fields: (half) => ({ classId: half.classId, userId: half.learner.userId }),
    absent: { classId: nobody, userId: nobody },
    answers: whoTeaches('own'),
  },
  'teach/classes/[class]/settings/actions.ts renameAction': {
    ...settings,
    fields: (half) => ({ classId: half.classId, name: 'Another name' }),
    absent: { classId: nobody, name: 'Another name' },
  },
  'teach/classes/[class]/settings/actions.ts renewCodeAction': {
    ...settings,
    fields: (half) => ({ classId: half.classId }),
    absent: { classId: nobody },
  },
  'teach/classes/[class]/settings/actions.ts archiveAction': {
    ...settings,
    fields: (half) => ({ classId: half.classId, archived: 'yes' }),
    absent: { classId: nobody, archived: 'yes' },
  },
};
