import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import type { Course } from '#lib/course/model.ts';
import type { Sql } from '../access/world.ts';
import { allKindsCourse } from './all-kinds.ts';
import { test as base, type Lectern } from './test.ts';

/** What the tests of access, keys and bad input stand on, beside what every browser test has. */
export class Ground {
  readonly origin: string;
  readonly secret: string;
  readonly buildFolder: string;
  readonly sql: Sql;
  readonly bundled = 'russia-china-2024';
  readonly allKindsSlug: string;
  readonly password = 'a lamp that burns slowly';
  readonly passwordHash: string;
  /** Both only for classes; `hidden` is taught in none. */
  readonly courses = { course: 'for-classes', hidden: 'for-nobody-yet' } as const;
  readonly database: {
    stop(): Promise<void>;
    start(): Promise<void>;
    pause(): Promise<void>;
    resume(): Promise<void>;
  };
  private readonly databaseUrl: string;
  private readonly ids: Map<string, string>;
  private paused: number[] = [];

  private constructor(lectern: Lectern, passwordHash: string) {
    this.origin = lectern.origin;
    this.secret = lectern.secret;
    this.buildFolder = lectern.buildFolder;
    this.sql = lectern.sql;
    this.allKindsSlug = lectern.allKindsSlug;
    this.databaseUrl = lectern.databaseUrl;
    this.passwordHash = passwordHash;
    this.ids = readActionIds(lectern.buildFolder);
    this.database = {
      stop: () => lectern.stopDatabase(),
      start: () => lectern.startDatabase(),
      pause: () => this.pause(),
      resume: () => this.resume(),
    };
  }

  static async open(lectern: Lectern): Promise<Ground> {
    const ground = new Ground(lectern, await hash('a lamp that burns slowly'));
    await lectern.publishAllKinds();
    await ground.publish(ground.courses.course, allKindsCourse(), 'class');
    await ground.publish(ground.courses.hidden, allKindsCourse(), 'class');
    return ground;
  }

  allKinds(): Course {
    return allKindsCourse();
  }

  /** Ids of the actions of the build, as "sign-in/actions.ts signInAction". */
  actionIds(): ReadonlyMap<string, string> {
    return this.ids;
  }

  /** Through the real command, in a process that may import it. */
  async publish(slug: string, course: Course, visibility: 'public' | 'class'): Promise<void> {
    const root = join(import.meta.dirname, '../..');
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', join(root, 'tests/access/publish.ts'), slug, visibility],
      {
        cwd: root,
        env: { ...process.env, DATABASE_URL: this.databaseUrl, NEXTAUTH_SECRET: this.secret },
        stdio: ['pipe', 'inherit', 'inherit'],
      },
    );
    child.stdin.end(JSON.stringify(course));
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${slug} could not be published`);
  }

  /** SIGSTOP to every process of Postgres: connections stay open, and nothing answers. */
  private async pause(): Promise<void> {
    const [row] = await this.sql`select current_setting('data_directory') as folder`;
    const [postmaster] = readFileSync(join(String(row?.folder), 'postmaster.pid'), 'utf8').split('\n');
    const backends = await this.sql`select pid from pg_stat_activity`;
    this.paused = [Number(postmaster), ...backends.map((backend) => Number(backend.pid))];
    for (const pid of this.paused) signal(pid, 'SIGSTOP');
  }

  private async resume(): Promise<void> {
    for (const pid of this.paused.reverse()) signal(pid, 'SIGCONT');
    this.paused = [];
  }
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // A backend may have ended since it was listed.
  }
}

function readActionIds(buildFolder: string): Map<string, string> {
  const manifest: { node: Record<string, { filename: string; exportedName: string }> } = JSON.parse(
    readFileSync(join(buildFolder, 'server/server-reference-manifest.json'), 'utf8'),
  );
  return new Map(
    Object.entries(manifest.node).map(([id, { filename, exportedName }]) => [
      `${filename.replace(/^(.*\/)?app\//, '')} ${exportedName}`,
      id,
    ]),
  );
}

export const test = base.extend<object, { ground: Ground }>({
  ground: [
    async ({ lectern }, use) => use(await Ground.open(lectern)),
    { scope: 'worker', timeout: 120_000 },
  ],
});
