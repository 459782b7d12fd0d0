import type { Role, Viewer } from './viewer.ts';

/** Everybody who may do a thing, in one place. What is asked about is passed in: nothing here reads. */

/** What a person has to do with a course by its classes. */
export type CourseTies = { visibility: 'public' | 'class'; enrolled: boolean };

/**
 * A public course is read by anybody. One for classes is read by the learners of its classes, by
 * instructors, who must see a course before they open a class with it, and by admins.
 */
export function canReadCourse(viewer: Viewer | null, course: CourseTies): boolean {
  if (course.visibility === 'public') return true;
  return viewer !== null && (viewer.role !== 'learner' || course.enrolled);
}

/** Answers are kept with a person: who may read may be asked, once signed in. */
export function canStartAttempt(viewer: Viewer | null, course: CourseTies): viewer is Viewer {
  return viewer !== null && canReadCourse(viewer, course);
}

/** One's own work alone, whatever the role. */
export function canAnswer(viewer: Viewer | null, attempt: { userId: string }): viewer is Viewer {
  return viewer !== null && attempt.userId === viewer.userId;
}

export function canCreateClass(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && viewer.role !== 'learner';
}

/**
 * Sees and changes a class: its instructors, and admins. An instructor who was made a learner
 * again keeps the row and loses the right.
 */
export function canTeachClass(viewer: Viewer | null, ties: { instructs: boolean }): viewer is Viewer {
  if (viewer === null) return false;
  return viewer.role === 'admin' || (viewer.role === 'instructor' && ties.instructs);
}

/** Lists people, changes roles, suspends. */
export function canManagePeople(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && viewer.role === 'admin';
}

export function canPublishCourse(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && viewer.role === 'admin';
}

/** The first account of an install runs it; everybody after is a learner until an admin says otherwise. */
export function roleOfNewcomer(isFirst: boolean): Role {
  return isFirst ? 'admin' : 'learner';
}
