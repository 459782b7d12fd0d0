import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { answerFolder } from '#app/_model/answer-folder.ts';
import { openAsk } from '#app/_model/open-ask.ts';
import { ConfigError, type Env, env, type ModelSettings } from '#db/env.ts';
import type { Dealings } from '#lib/compiler/model/calls.ts';
import { estimateText } from '#lib/compiler/model/estimate.ts';
import { planProposals, proposeFrames } from '#lib/compiler/model/propose.ts';
import { proposedText } from '#lib/compiler/model/proposed-text.ts';
import { type OutlineFile, outlineFileSchema } from '#lib/compiler/outline-file.ts';
import { readAs } from './json-file.ts';
import { ProposalFile } from './proposal-file.ts';
import { type ProposeArguments, readProposeArguments } from './propose-arguments.ts';
import { fileBeside, readDocument } from './read-document.ts';
import { runCommand, Stop } from './stop.ts';

/**
 * `npm run propose -- FILE [--out FILE] [--yes] [caps]`: claims that a language model proposes, added to
 * claims.json beside the document for a person to decide on. What it will use is shown first. Exit 0 also
 * where a cap ended it, 1 where the model or the document is at fault, 2 for wrong usage.
 */

await runCommand(async (args) => {
  const given = readProposeArguments(args);
  const { config, model } = settings();
  if (given.caps.cost !== null && model.price === null)
    throw new Stop(2, '--max-cost needs LECTERN_MODEL_PRICE: without a price nobody can count the cost.');
  const { document, sha256 } = await readDocument(given.file);
  const beside = join(dirname(given.file), 'claims.json');
  const file = new ProposalFile(given.out ?? beside, beside);

  const stop = new AbortController();
  const dealings = openDealings(config, model, given, stop.signal);
  const plan = planProposals(
    { document, sha256, claims: file.claims, outline: outlineBeside(given.file) },
    dealings,
  );
  if (plan.passages.length === 0)
    throw new Stop(1, `${given.file} holds no prose that could be asked about.`);
  process.stdout.write(estimateText(plan.estimate, { model: model.name, caps: given.caps }));
  if (!given.yes && !(await isAgreed())) throw new Stop(2, 'Nothing was sent. Add --yes to go on.');

  // The first time it ends with what it has got; the second time at once.
  process.once('SIGINT', () => stop.abort());
  const proposed = await proposeFrames(plan, dealings, {
    onPassage({ at, of, title, frames }) {
      file.add(frames, plan.passages[at - 1]?.sentences ?? []);
      process.stderr.write(`${at} of ${of}, ${title}: ${frames.length} claims\n`);
    },
    onWithdrawn: (ids) => file.withdraw(ids),
  });
  process.stdout.write(proposedText(proposed, { withheld: plan.withheld, price: model.price }));
  if (proposed.frames.length > 0)
    process.stdout.write(
      `In ${file.path}, set "status" of each to "confirmed", "corrected" or "rejected"; till then it asks nothing.\n`,
    );
  if (proposed.halt?.why === 'failed') process.exitCode = 1;
});

function settings(): { config: Env; model: ModelSettings } {
  // As npm start does; what the environment says already stays.
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    const config = env();
    if (config.model !== null) return { config, model: config.model };
  } catch (fault) {
    if (fault instanceof ConfigError) throw new Stop(2, fault.message);
    throw fault;
  }
  throw new Stop(
    2,
    'No model is configured, and none is needed: npm run compile works without. To have one propose claims, set LECTERN_MODEL_URL and LECTERN_MODEL (see .env.example).',
  );
}

function openDealings(
  { dataFolder }: Env,
  model: ModelSettings,
  { caps }: ProposeArguments,
  stopped: AbortSignal,
): Dealings {
  return {
    ask: openAsk(model, stopped),
    // The same name may be another model elsewhere.
    cache: answerFolder(join(dataFolder, 'model-answers', digest(model.url).slice(0, 12))),
    hash: digest,
    now: () => performance.now(),
    wait: async (milliseconds) => {
      await wait(milliseconds, undefined, { signal: stopped }).catch(() => undefined);
    },
    isCancelled: () => stopped.aborted,
    model: model.name,
    caps,
    price: model.price,
  };
}

/** The sentences are sent by the lessons that they stand in. */
function outlineBeside(file: string): OutlineFile | null {
  const path = fileBeside(file, 'outline.json', undefined);
  return path === null ? null : readAs(outlineFileSchema, 'an outline file', path);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Go on? [y/N] ');
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}
