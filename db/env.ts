import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { keepSecret } from './kept-secret.ts';

/** A setting that is wrong or missing, in one sentence for the person who set it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type Env = {
  /** Where the database is; null means the embedded one. */
  databaseUrl: string | null;
  /** Signs session cookies and keys digests. */
  readonly authSecret: string;
  /** An absolute path. */
  dataFolder: string;
  host: string;
  port: number;
  /** The address people type, without a slash at the end. */
  publicUrl: string;
  /** Whether example people and a class are made. */
  demo: boolean;
  logLevel: (typeof logLevels)[number];
  /** The language model that may propose claims; null, as it is unless somebody asks for one. */
  model: ModelSettings | null;
};

export type ModelSettings = {
  /** Of an endpoint that speaks the OpenAI chat completions protocol, without a slash at the end. */
  url: string;
  name: string;
  key: string | null;
  /** For a million tokens; null where it is not known. */
  price: { input: number; output: number } | null;
};

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must begin with postgres:// or postgresql:// and hold no spaces')
    .optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; try: openssl rand -base64 32')
    .optional(),
  LECTERN_DATA: z.string().default('.lectern'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a whole number from 0 to 65535')
    .int('must be a whole number from 0 to 65535')
    .min(0, 'must be a whole number from 0 to 65535')
    .max(65_535, 'must be a whole number from 0 to 65535')
    .default(3000),
  LECTERN_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://lectern.example.org' })
    .optional(),
  LECTERN_DEMO: z.enum(['yes', 'no'], "must be 'yes' or 'no'").optional(),
  LECTERN_MODEL_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://localhost:11434/v1' })
    .optional(),
  LECTERN_MODEL: z.string().max(200, 'must be the name of a model').optional(),
  LECTERN_MODEL_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be a key without spaces')
    .optional(),
  LECTERN_MODEL_PRICE: z
    .string()
    .regex(
      /^\d+(\.\d+)?\/\d+(\.\d+)?$/,
      'must be two prices for a million tokens, in and out, such as 0.15/0.60',
    )
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** Reads a configuration; an empty value counts as not set, as in a copied .env.example. */
export function parseEnv(values: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => (value ?? '').trim() !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const { data } = parsed;
  // Against the working directory, which npm sets to the project: `import.meta.url` means nothing in a bundle.
  const dataFolder = resolve(data.LECTERN_DATA);
  const databaseUrl = data.DATABASE_URL ?? null;
  const loopback = isLoopback(data.HOST);
  return {
    databaseUrl,
    get authSecret() {
      return data.NEXTAUTH_SECRET ?? embeddedSecret(databaseUrl, dataFolder);
    },
    dataFolder,
    host: data.HOST,
    port: data.PORT,
    publicUrl: (data.LECTERN_URL ?? `http://${loopback ? 'localhost' : data.HOST}:${data.PORT}`).replace(
      /\/+$/,
      '',
    ),
    demo: data.LECTERN_DEMO === undefined ? loopback : data.LECTERN_DEMO === 'yes',
    logLevel: data.LOG_LEVEL,
    model: modelSettings(data),
  };
}

function modelSettings(data: z.infer<typeof schema>): ModelSettings | null {
  const { LECTERN_MODEL_URL: url, LECTERN_MODEL: name, LECTERN_MODEL_KEY: key = null } = data;
  if (url === undefined && name === undefined) return null;
  if (name === undefined) throw new ConfigError('LECTERN_MODEL must be set where LECTERN_MODEL_URL is.');
  if (url === undefined) throw new ConfigError('LECTERN_MODEL_URL must be set where LECTERN_MODEL is.');
  const { protocol, hostname, username } = new URL(url);
  if (username !== '') throw new ConfigError('LECTERN_MODEL_URL must hold no key; set LECTERN_MODEL_KEY.');
  if (key !== null && protocol === 'http:' && !isLoopback(hostname.replace(/^\[|\]$/g, '')))
    throw new ConfigError('LECTERN_MODEL_URL must begin with https:// where LECTERN_MODEL_KEY is set.');
  const [input, output] = (data.LECTERN_MODEL_PRICE ?? '').split('/').map(Number);
  const price = input === undefined || output === undefined ? null : { input, output };
  return { url: url.replace(/\/+$/, ''), name, key, price };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** One secret for each data folder, made at first use: a restart must not sign everybody out. */
function embeddedSecret(databaseUrl: string | null, folder: string): string {
  if (databaseUrl === null) return keepSecret(join(folder, 'auth-secret'));
  throw new ConfigError(
    'NEXTAUTH_SECRET must be set where DATABASE_URL is, to the same value in every process; try: openssl rand -base64 32.',
  );
}

let parsedEnv: Env | null = null;

/** The configuration of this process, read at first use: a build needs none. */
export function env(): Env {
  // biome-ignore lint/style/noProcessEnv: the one place that reads it
  parsedEnv ??= parseEnv(process.env);
  return parsedEnv;
}
