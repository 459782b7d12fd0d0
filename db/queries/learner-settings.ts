import 'server-only';
import type { Viewer } from '#lib/access/viewer.ts';
import type { LearnerSettings } from '#lib/mastery/learner-settings.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { settingsOf } from '../learner-settings.ts';

export async function readLearnerSettings(viewer: Viewer | null): Promise<LearnerSettings> {
  const person = requirePerson(viewer);
  return inSchool(person, (tx) => settingsOf(tx, person.userId), { readOnly: true });
}
