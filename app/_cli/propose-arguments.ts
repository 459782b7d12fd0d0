import { parseArgs } from 'node:util';
import type { Caps } from '#lib/compiler/model/budget.ts';
import { Stop } from './stop.ts';

export type ProposeArguments = { file: string; out: string | undefined; yes: boolean; caps: Caps };

const usage = `Usage: npm run propose -- FILE [--out claims.json] [--yes]
  [--max-calls 200] [--max-tokens 500000] [--max-minutes 30] [--max-cost N]`;

export function readProposeArguments(args: string[]): ProposeArguments {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Stop(2, usage);
  const cost = values['max-cost'];
  return {
    file,
    out: values.out,
    yes: values.yes === true,
    caps: {
      calls: amount('--max-calls', values['max-calls'] ?? '200'),
      tokens: amount('--max-tokens', values['max-tokens'] ?? '500000'),
      minutes: amount('--max-minutes', values['max-minutes'] ?? '30'),
      cost: cost === undefined ? null : amount('--max-cost', cost),
    },
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        out: { type: 'string' },
        yes: { type: 'boolean' },
        'max-calls': { type: 'string' },
        'max-tokens': { type: 'string' },
        'max-minutes': { type: 'string' },
        'max-cost': { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch (fault) {
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}

function amount(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new Stop(2, `${name} takes a number, not “${value}”.\n${usage}`);
  return number;
}
