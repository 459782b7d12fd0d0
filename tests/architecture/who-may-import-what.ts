/** From files like this one may import files like those; both are patterns of paths. What is not here is refused. */
export type Permission = { from: string; to: string };

const npm = (...names: string[]) => `^node_modules/(@types/)?(${names.join('|')})(/|$)`;
const core = '^(node:)?[a-z_]+(/promises)?$';
const test = String.raw`\.test\.ts$`;

/** Of the folders of lib, each with those it may build upon besides itself, and its packages. */
const lib: Record<string, { folders: string[]; packages: string[] }> = {
  text: { folders: [], packages: [] },
  access: { folders: [], packages: [] },
  course: { folders: ['text'], packages: ['zod'] },
  source: {
    folders: ['course', 'text'],
    packages: ['mdast[a-z-]*', 'micromark[a-z-]*', 'hast[a-z-]*', 'mammoth', 'fflate', 'unpdf', 'zod'],
  },
  compiler: {
    folders: ['source', 'course', 'text'],
    packages: ['wink-nlp', 'wink-eng-lite-web-model', 'compromise', 'zod'],
  },
  // An answer is stored as JSON, and grading is where its shape is known.
  grading: { folders: ['course', 'text'], packages: ['zod'] },
  mastery: { folders: ['grading', 'course', 'text'], packages: [] },
  // Verdicts on questions are kept as JSON, and judging is where their shape is known.
  analytics: { folders: ['mastery', 'grading', 'course', 'text'], packages: ['zod'] },
  // Packages of questions are archives.
  exchange: { folders: ['analytics', 'mastery', 'grading', 'course', 'text'], packages: ['fflate'] },
};

/** A value of lib/result.ts is how a folder says no; the lowest has nothing to refuse. */
const result = '^lib/result\\.ts$';
const lowest = ['text'];

const decides: Permission[] = Object.entries(lib).flatMap(([folder, { folders, packages }]) => {
  const from = `^lib/${folder}/`;
  return [
    { from, to: from },
    ...folders.map((other) => ({ from, to: `^lib/${other}/` })),
    ...(packages.length === 0 ? [] : [{ from, to: npm(...packages) }]),
    ...(lowest.includes(folder) ? [] : [{ from, to: result }]),
  ];
});

const tables = npm('drizzle-orm', 'postgres', 'zod', 'server-only');
/** Reads and writes stand beside each other on the files of db's own folder, and never on each other. */
const door =
  '^db/(?!queries/|commands/|publish|seed|demo|open|embedded|migrate|drizzle)[^/]+\\.ts$|^db/(schema|access|views)/';

const remembers: Permission[] = [
  { from: '^db/', to: '^lib/' },
  { from: '^db/', to: core },
  { from: '^db/', to: tables },
  { from: '^db/(queries|commands)/', to: door },
  { from: '^db/queries/', to: '^db/queries/' },
  { from: '^db/commands/', to: '^db/commands/' },
  { from: door, to: door },
  { from: '^db/(commands/|[^/]+\\.ts$)', to: npm('@node-rs/argon2', 'rate-limiter-flexible') },
  { from: '^db/drizzle\\.config\\.ts$', to: npm('drizzle-kit') },
  { from: '^db/(embedded|migrate)', to: '^db/embedded/|^db/(env|log|kept-secret|migrate|embedded)\\.ts$' },
  // The entries of the command line work through the real commands.
  { from: '^db/(publish|seed|demo-[a-z]+|open)\\.ts$', to: '^db/' },
];

const shows: Permission[] = [
  { from: '^app/', to: '^lib/' },
  { from: '^app/', to: '^db/(queries|commands)/' },
  // What a page must know of the configuration, and how it knows that the database is away.
  { from: '^app/', to: '^db/(env|database-away)\\.ts$' },
  {
    from: '^app/',
    to: npm('next', 'next-auth', 'next-intl', 'react', 'react-dom', 'zod', 'pino', 'server-only'),
  },
  { from: '^app/', to: npm('@fontsource-variable/[a-z]+') },
  // The only place that speaks to a language model.
  { from: '^app/_model/', to: npm('ai', '@ai-sdk/[a-z-]+') },
  { from: '^app/', to: core },
  // The folders with an underscore are no pages: everybody's.
  { from: '^app/', to: '^app/_(?!cli/)' },
  { from: '^app/(?!_|learn/|teach/)', to: '^app/(?!_)' },
  { from: '^app/learn/', to: '^app/(?!_|teach/)' },
  { from: '^app/teach/', to: '^app/(?!_|learn/)' },
  // npm start, npm test and compile start the layers; they show nothing.
  { from: '^app/_cli/', to: `^app/_cli/|^db/|^lib/|${npm('@playwright/test')}` },
];

const tested: Permission[] = [{ from: `^lib/.*${test}`, to: `^lib/|${npm('vitest', 'fast-check')}|${core}` }];

export const allowed: Permission[] = [
  ...decides,
  // Only for their types.
  { from: '^lib/source/', to: '^(hast|mdast|unist)$' },
  { from: '^lib/mastery/schedule\\.(test\\.)?ts$', to: npm('ts-fsrs') },
  ...remembers,
  ...shows,
  ...tested,
];
