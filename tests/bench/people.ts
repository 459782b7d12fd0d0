import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import type postgres from 'postgres';
import { registerPerson } from '#db/commands/register-person.ts';
import { signIn } from '#db/commands/sign-in.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import type { ItemPrompt } from '#lib/course/present-item.ts';
import { anyAnswer } from '../access/world.ts';
import type { Shot } from './load.ts';
import { courseSlug } from './stage.ts';

export type Learner = { viewer: Viewer; cookie: string };

const password = 'a lamp that burns slowly';

/** One learner through the real commands, and the others with the same digest: hashing is not what is measured. */
export async function makeLearners(sql: postgres.Sql, secret: string, count: number): Promise<Learner[]> {
  const email = 'first@bench.example';
  const registered = await registerPerson(null, { name: 'Bench Admin', email, password }, new Date());
  if (!registered.ok) throw new Error(`registering was refused: ${registered.refusal}`);
  const signedIn = await signIn(null, { email, password, userAgent: 'bench', address: 'bench' }, new Date());
  if (!signedIn.ok) throw new Error(`signing in was refused: ${signedIn.refusal}`);
  const [row] = await sql`select school_id, password_hash from users where id = ${registered.value.userId}`;
  const schoolId = String(row?.school_id);
  const people = Array.from({ length: count }, (_, at) => ({
    school_id: schoolId,
    id: randomUUID(),
    email: `learner${at}@bench.example`,
    email_folded: `learner${at}@bench.example`,
    name: `Learner ${at}`,
    role: 'learner' as const,
    password_hash: String(row?.password_hash),
    created_at: new Date(),
  }));
  await sql`insert into users ${sql(people)}`;
  const sessions = people.map((person) => ({
    school_id: schoolId,
    id: randomUUID(),
    user_id: person.id,
    version: 1,
    created_at: new Date(),
    expires_at: new Date(Date.now() + 86_400_000),
  }));
  await sql`insert into sessions ${sql(sessions)}`;
  return Promise.all(
    people.map(async (person, at) => {
      const sid = sessions[at]?.id ?? '';
      const viewer: Viewer = {
        schoolId,
        userId: person.id,
        sessionId: sid,
        name: person.name,
        role: 'learner',
      };
      const token = await encode({ token: { sid, version: 1 }, secret, maxAge: 86_400 });
      return { viewer, cookie: `lectern.session=${token}` };
    }),
  );
}

/** Answers that nobody has given yet: every learner has a quiz of every lesson open. */
export class Answers {
  private readonly shots: Shot[] = [];
  private readonly sql: postgres.Sql;
  private readonly origin: () => string;

  constructor(sql: postgres.Sql, origin: () => string) {
    this.sql = sql;
    this.origin = origin;
  }

  async prepare(learners: readonly Learner[], lessons: readonly string[]): Promise<void> {
    for (const learner of learners)
      await Promise.all(
        lessons.map(async (lesson) => {
          const started = await startAttempt(
            learner.viewer,
            { course: courseSlug, lesson, seed: randomUUID() },
            new Date(),
          );
          if (!started.ok) throw new Error(`no quiz in ${lesson}: ${started.refusal}`);
          await this.take(learner, started.value.attemptId);
        }),
      );
  }

  private async take(learner: Learner, attemptId: string): Promise<void> {
    const rows = await this.sql<{ prompt: ItemPrompt }[]>`
      select i.prompt from attempt_items a join items i on i.id = a.item_id and i.school_id = a.school_id
      where a.attempt_id = ${attemptId} order by a.position`;
    for (const [index, { prompt }] of rows.entries())
      this.shots.push({
        method: 'POST',
        path: `/api/attempts/${attemptId}/responses`,
        headers: { 'content-type': 'application/json', cookie: learner.cookie },
        body: JSON.stringify({ position: index + 1, responseId: randomUUID(), answer: anyAnswer(prompt) }),
      });
  }

  get left(): number {
    return this.shots.length;
  }

  next(): Shot | null {
    const shot = this.shots.pop();
    if (shot === undefined) return null;
    return { ...shot, headers: { ...shot.headers, origin: this.origin() } };
  }
}
