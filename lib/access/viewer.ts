/** Who is asking. `null` in a query or command means anyone, signed in or not. */
export type Viewer = {
  schoolId: string;
  userId: string;
  sessionId: string;
  name: string;
  role: Role;
};

export const roles = ['admin', 'instructor', 'learner'] as const;
export type Role = (typeof roles)[number];
