import type { SignIn } from '#db/seed.ts';

/** Where the Lectern of this run is; what `server.ts` tells the tests. */
export type Ground = {
  origin: string;
  /** As the owner of all tables. */
  databaseUrl: string;
  /** What signs the session cookies. */
  secret: string;
  /** The production build that is served. */
  buildFolder: string;
  /** Takes orders: POST /<order>. */
  door: string;
  people: SignIn[];
};

export type Order = 'kill-server' | 'start-server' | 'stop-database' | 'start-database' | 'publish-all-kinds';

/** How the state gets from the global set-up to the processes of the tests. */
export const groundVariable = 'LECTERN_E2E_GROUND';
