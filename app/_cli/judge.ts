import { parseArgs } from 'node:util';
import { drawSheet } from '#lib/analytics/judging/draw.ts';
import { reportOf } from '#lib/analytics/judging/report.ts';
import { reportText } from '#lib/analytics/judging/report-text.ts';
import { type Revealed, reveal } from '#lib/analytics/judging/reveal.ts';
import { type Key, keySchema, sheetSchema } from '#lib/analytics/judging/sheet.ts';
import { answersSchema, verdictsSchema } from '#lib/analytics/judging/verdict.ts';
import { readAs, readJson, writeJson, writeText } from './json-file.ts';
import { candidatesOf } from './judging/candidates.ts';
import { judgingPage } from './judging/judging-page.ts';
import { runCommand, Stop } from './stop.ts';

/**
 * `npm run judge -- sheet | reveal | page | report`: questions of several sources laid blind before a judge, the key
 * shown once all are answered, and the verdicts counted. Exit 1 when a file is at fault, 2 for wrong usage.
 */

const usage = `Usage:
  npm run judge -- sheet FILE… --out SHEET --key KEY [--count 200] [--seed 1]
  npm run judge -- reveal SHEET KEY ANSWERS [--out FILE]
  npm run judge -- page SHEET KEY --out PAGE
  npm run judge -- report KEY… VERDICTS… [--out FILE] [--json]`;

const commands: Record<string, (args: string[]) => Promise<void> | void> = {
  sheet: makeSheet,
  reveal: makeToRate,
  page: makePage,
  report: makeReport,
};

await runCommand(async ([name = '', ...args]) => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Stop(2, usage);
  await command(args);
});

function read<T extends Record<string, { type: 'string' | 'boolean' }>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (fault) {
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}

async function makeSheet(args: string[]): Promise<void> {
  const { values, positionals } = read(args, {
    out: { type: 'string' },
    key: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string' },
  });
  const { out, key: keyFile } = values;
  if (positionals.length === 0 || out === undefined || keyFile === undefined) throw new Stop(2, usage);
  const count = wholeNumber('--count', values.count ?? '200');
  const seed = wholeNumber('--seed', values.seed ?? '1');
  const candidates = [];
  for (const file of positionals) candidates.push(...(await candidatesOf(file)));
  if (candidates.length === 0) throw new Stop(1, 'There are no questions in these files to be judged.');
  const { sheet, key } = drawSheet(candidates, { count, seed });
  writeJson(sheet, out);
  writeJson(key, keyFile);
  process.stderr.write(
    `${sheet.items.length} of ${candidates.length} questions drawn with seed ${seed}, about ${sheet.documents.length} texts.\n`,
  );
}

function makeToRate(args: string[]): void {
  const { values, positionals } = read(args, { out: { type: 'string' } });
  const [sheetFile, keyFile, answersFile, ...more] = positionals;
  if (sheetFile === undefined || keyFile === undefined || answersFile === undefined || more.length > 0)
    throw new Stop(2, usage);
  const revealed = reveal(
    readAs(sheetSchema, 'a sheet', sheetFile),
    readAs(keySchema, 'a key', keyFile),
    readAs(answersSchema, 'a list of answers', answersFile),
  );
  if (!revealed.ok) throw new Stop(1, whyNot(revealed));
  writeJson(revealed.value, values.out);
}

function whyNot({ refusal, which }: Extract<Revealed, { ok: false }>): string {
  const some =
    which.length > 10 ? `${which.slice(0, 10).join(', ')} and ${which.length - 10} more` : which.join(', ');
  switch (refusal) {
    case 'unanswered':
      return `The key stays closed: without an answer are ${some}. Answer them all first.`;
    case 'not-in-key':
      return `This is the key of another sheet: it lacks ${some}.`;
    case 'several-judges':
      return `The answers are by several judges (${some}). Give each judge's answers in a file of their own.`;
  }
}

function makePage(args: string[]): void {
  const { values, positionals } = read(args, { out: { type: 'string' } });
  const [sheetFile, keyFile, ...more] = positionals;
  if (sheetFile === undefined || keyFile === undefined || more.length > 0) throw new Stop(2, usage);
  const sheet = readAs(sheetSchema, 'a sheet', sheetFile);
  const key = readAs(keySchema, 'a key', keyFile);
  const ids = new Set(key.items.map(({ id }) => id));
  const which = sheet.items.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  if (which.length > 0) throw new Stop(1, whyNot({ ok: false, refusal: 'not-in-key', which }));
  writeText(judgingPage(sheet, key), values.out);
}

function makeReport(args: string[]): void {
  const { values, positionals } = read(args, { out: { type: 'string' }, json: { type: 'boolean' } });
  const keys: Key[] = [];
  const verdictFiles: string[] = [];
  for (const file of positionals) {
    const parsed = keySchema.safeParse(readJson(file));
    if (parsed.success) keys.push(parsed.data);
    else verdictFiles.push(file);
  }
  const [first] = keys;
  if (first === undefined || verdictFiles.length === 0) throw new Stop(2, usage);
  const key: Key = { ...first, items: keys.flatMap(({ items }) => items) };
  const verdicts = verdictFiles.flatMap((file) => readAs(verdictsSchema, 'a list of verdicts', file));
  const report = reportOf(key, verdicts);
  if (values.json === true) writeJson(report, values.out);
  else writeText(reportText(report), values.out);
}

function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new Stop(2, `${name} takes a whole number, not “${value}”.\n${usage}`);
  return number;
}
