import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Role, Viewer } from '#lib/access/viewer.ts';
import { changeRole } from './commands/change-role.ts';
import { createClass } from './commands/create-class.ts';
import { joinClass } from './commands/join-class.ts';
import { registerPerson } from './commands/register-person.ts';
import { demoPeople, demoWork } from './demo-class.ts';
import { sitAttempts } from './demo-work.ts';
import { ConfigError, env } from './env.ts';
import type { Log } from './log.ts';
import { newId } from './new-id.ts';
import { openDatabase } from './open.ts';
import { isPassword } from './password-hash.ts';
import { listClasses } from './queries/classes.ts';
import { listCourses } from './queries/courses.ts';
import { findSchoolId, findSignIn, isFreshInstall } from './queries/sessions.ts';

export type SignIn = { role: string; email: string; password: string };

const className = 'IR 210, group B (demo)';

/** What is kept of the demo: the passwords, so that they can be shown again, and whether all of it was made. */
const keptSchema = z.object({ done: z.boolean(), passwords: z.record(z.string(), z.string()) });
type Kept = z.infer<typeof keptSchema>;

/**
 * People, a class and work in it, to try Lectern with: made once, in an install where nobody has an
 * account, through the commands that real people use. Gives the sign-ins that still work.
 */
export async function seedDemo(log: Log, now: Date): Promise<SignIn[]> {
  const file = join(env().dataFolder, 'demo.json');
  const kept = readKept(file) ?? ((await isFreshInstall()) ? newKept(file) : null);
  if (kept === null) return [];
  if (!kept.done) {
    await makeDemo(kept, now);
    writeKept(file, { ...kept, done: true });
    log.info(`Made a demo class: ${className}.`);
  }
  return workingSignIns(kept);
}

async function makeDemo(kept: Kept, now: Date): Promise<void> {
  const schoolId = await findSchoolId();
  const viewers = new Map<string, Viewer>();
  for (const person of demoPeople) {
    const password = kept.passwords[person.email] ?? newPassword();
    // Made by an earlier start that was interrupted: taken up where it was.
    await registerPerson(null, { name: person.name, email: person.email, password }, now);
    const found = await findSignIn(person.email);
    if (found === null) throw new Error(`${person.email} was not made`);
    viewers.set(person.email, viewerOf(schoolId, found));
  }
  const admin = need(viewers, 'admin@lectern.example');
  const instructor: Viewer = { ...need(viewers, 'instructor@lectern.example'), role: 'instructor' };
  await changeRole(admin, { userId: instructor.userId, role: 'instructor' }, now);
  const [course] = await listCourses(instructor);
  if (course === undefined) return;
  const classes = await listClasses(instructor);
  let code = classes.find((found) => found.name === className)?.joinCode;
  if (code === undefined) {
    const made = await createClass(instructor, { name: className, course: course.slug }, now);
    if (!made.ok) throw new Error(`the demo class: ${made.refusal}`);
    code = made.value.joinCode;
  }
  for (const { email, sittings } of demoWork) {
    const learner = need(viewers, email);
    await joinClass(learner, { code }, now);
    await sitAttempts(learner, course.slug, sittings, now);
  }
}

function need(viewers: ReadonlyMap<string, Viewer>, email: string): Viewer {
  const viewer = viewers.get(email);
  if (viewer === undefined) throw new Error(`nobody is ${email}`);
  return viewer;
}

function viewerOf(schoolId: string, person: { userId: string; name: string; role: Role }): Viewer {
  return {
    schoolId,
    userId: person.userId,
    sessionId: newId(new Date(0)),
    name: person.name,
    role: person.role,
  };
}

/** Those that nobody has changed since. */
async function workingSignIns(kept: Kept): Promise<SignIn[]> {
  const signIns: SignIn[] = [];
  for (const { email, shownAs } of demoPeople) {
    const password = kept.passwords[email];
    if (shownAs === undefined || password === undefined) continue;
    const found = await findSignIn(email);
    if (found === null || found.suspended || !(await isPassword(found.passwordHash, password))) continue;
    signIns.push({ role: shownAs, email, password });
  }
  return signIns;
}

/** Letters that are told apart in any type, in groups that can be typed from a screen. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const picked = [...randomBytes(12)].map((byte) => letters.charAt(byte % letters.length)).join('');
  return `${picked.slice(0, 4)}-${picked.slice(4, 8)}-${picked.slice(8)}`;
}

function readKept(file: string): Kept | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const parsed = keptSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new ConfigError(`${file} is damaged: remove it.`);
  return parsed.data;
}

function newKept(file: string): Kept {
  const shown = demoPeople.filter((person) => person.shownAs !== undefined);
  const kept = {
    done: false,
    passwords: Object.fromEntries(shown.map(({ email }) => [email, newPassword()])),
  };
  writeKept(file, kept);
  return kept;
}

function writeKept(file: string, kept: Kept): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

async function main(): Promise<void> {
  const database = await openDatabase(console);
  try {
    for (const { role, email, password } of await seedDemo(console, new Date()))
      console.log(`${role}: ${email} ${password}`);
  } finally {
    await database.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exitCode = 1;
  });
}
