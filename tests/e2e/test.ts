import { test as base } from '@playwright/test';
import postgres from 'postgres';
import { type Ground, groundVariable, type Order } from './ground-state.ts';

// How to write a browser test: a file `name.spec.ts` here, `import { test } from './test.ts'`. `page.goto('/')`
// opens the Lectern that `global-setup.ts` has started for the whole run (fresh database, bundled course, demo
// class, the production build). Make your own people with `people.ts`, so that tests do not lean on each other.
// The fixture `lectern` tells and does what a browser cannot: it reads the database as its owner, kills the
// server, stops the database. Whoever stops one of them starts it again before the test ends.

export type Demo = { name: string; email: string; password: string };

export class Lectern {
  readonly origin: string;
  readonly databaseUrl: string;
  readonly secret: string;
  readonly buildFolder: string;
  readonly allKindsSlug = 'all-kinds';
  /** As the owner: no row-level security. */
  readonly sql: postgres.Sql;
  private readonly ground: Ground;

  constructor(ground: Ground) {
    this.ground = ground;
    this.origin = ground.origin;
    this.databaseUrl = ground.databaseUrl;
    this.secret = ground.secret;
    this.buildFolder = ground.buildFolder;
    this.sql = postgres(ground.databaseUrl, { max: 2, onnotice: () => {} });
  }

  get demo(): { admin: Demo; instructor: Demo; learner: Demo } {
    return {
      admin: this.person('admin'),
      instructor: this.person('instructor'),
      learner: this.person('learner'),
    };
  }

  private person(role: string): Demo {
    const found = this.ground.people.find((person) => person.role.toLowerCase() === role);
    if (found === undefined) throw new Error(`the demo has no ${role}`);
    return { name: role, ...found };
  }

  /** The code of the oldest class, which is the demo's. */
  async demoJoinCode(): Promise<string> {
    const [row] = await this.sql`select join_code from classes order by created_at, id limit 1`;
    return String(row?.join_code);
  }

  /** The ids of all items that a person was ever served. */
  async servedItems(email: string): Promise<string[]> {
    const rows = await this.sql`
      select i.item_id from attempt_items i
      join attempts a on a.school_id = i.school_id and a.id = i.attempt_id
      join users u on u.school_id = a.school_id and u.id = a.user_id
      where u.email = ${email}`;
    return rows.map((row) => String(row.item_id));
  }

  async countResponses(email: string): Promise<number> {
    const [row] = await this.sql`
      select count(*)::int as n from responses r
      join attempts a on a.school_id = r.school_id and a.id = r.attempt_id
      join users u on u.school_id = a.school_id and u.id = a.user_id
      where u.email = ${email}`;
    return Number(row?.n);
  }

  /** A course of one lesson that asks one question of each kind. Publishing it again changes nothing. */
  async publishAllKinds(): Promise<void> {
    await this.order('publish-all-kinds');
  }

  /** SIGKILL: no goodbye, no last write. */
  async killServer(): Promise<void> {
    await this.order('kill-server');
  }

  /** On the same port; returns when it is ready. */
  async startServer(): Promise<void> {
    await this.order('start-server');
  }

  async stopDatabase(): Promise<void> {
    await this.order('stop-database');
  }

  async startDatabase(): Promise<void> {
    await this.order('start-database');
  }

  private async order(order: Order): Promise<void> {
    const response = await fetch(`${this.ground.door}/${order}`, { method: 'POST' });
    if (!response.ok) throw new Error(`${order}: ${await response.text()}`);
  }
}

function ground(): Ground {
  const text = process.env[groundVariable];
  if (text === undefined) throw new Error('global-setup.ts has not run');
  return JSON.parse(text);
}

export const test = base.extend<object, { lectern: Lectern }>({
  lectern: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it
    async ({}, use) => {
      const lectern = new Lectern(ground());
      await use(lectern);
      await lectern.sql.end({ timeout: 5 });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ lectern }, use) => use(lectern.origin),
});
