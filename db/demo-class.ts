/** Who is in the demo, and how far each has come. Addresses under `.example` belong to nobody (RFC 2606). */

/** `shownAs`: whose sign-in is shown at the start, and as what. The first to register becomes the admin. */
export type DemoPerson = { name: string; email: string; shownAs?: string };

export const demoPeople: readonly DemoPerson[] = [
  { name: 'Demo Admin', email: 'admin@lectern.example', shownAs: 'Admin' },
  { name: 'Dr. Amara Okafor', email: 'instructor@lectern.example', shownAs: 'Instructor' },
  { name: 'Noor Haddad', email: 'learner@lectern.example', shownAs: 'Learner' },
  { name: 'Beatriz Lima', email: 'beatriz.lima@lectern.example' },
  { name: 'Jonas Weber', email: 'jonas.weber@lectern.example' },
  { name: 'Mei-Ling Chua', email: 'mei-ling.chua@lectern.example' },
  { name: 'Samuel Adeyemi', email: 'samuel.adeyemi@lectern.example' },
  { name: 'Tomasz Nowak', email: 'tomasz.nowak@lectern.example' },
];

/** One attempt: which lesson (from 1), how long ago, what share is right, and how many answers if left open. */
export type Sitting = { lesson: number; hoursAgo: number; right: number; leftOpenAfter?: number };

export const demoWork: readonly { email: string; sittings: readonly Sitting[] }[] = [
  {
    email: 'learner@lectern.example',
    sittings: [
      { lesson: 1, hoursAgo: 50, right: 0.6 },
      { lesson: 1, hoursAgo: 26, right: 0.9 },
      { lesson: 2, hoursAgo: 3, right: 0.7, leftOpenAfter: 3 },
    ],
  },
  {
    email: 'beatriz.lima@lectern.example',
    sittings: [
      { lesson: 1, hoursAgo: 120, right: 1 },
      { lesson: 2, hoursAgo: 97, right: 0.9 },
      { lesson: 3, hoursAgo: 74, right: 1 },
      { lesson: 4, hoursAgo: 49, right: 0.85 },
      { lesson: 5, hoursAgo: 20, right: 1 },
    ],
  },
  {
    email: 'jonas.weber@lectern.example',
    sittings: [
      { lesson: 1, hoursAgo: 96, right: 0.5 },
      { lesson: 2, hoursAgo: 71, right: 0.4 },
      { lesson: 2, hoursAgo: 70, right: 0.75 },
    ],
  },
  {
    email: 'mei-ling.chua@lectern.example',
    sittings: [
      { lesson: 1, hoursAgo: 80, right: 0.8 },
      { lesson: 3, hoursAgo: 52, right: 0.55 },
      { lesson: 4, hoursAgo: 5, right: 0.8, leftOpenAfter: 5 },
    ],
  },
  {
    email: 'samuel.adeyemi@lectern.example',
    sittings: [{ lesson: 1, hoursAgo: 30, right: 0.3, leftOpenAfter: 2 }],
  },
  { email: 'tomasz.nowak@lectern.example', sittings: [] },
];
