import { fuzz, limits, type Measured } from './harness.ts';

/**
 * `npm run fuzz -- [count] [seed]`: hostile documents through the compiler, each within its limits; prints what
 * became of them, the slowest and the largest, and every fault with the number that makes it again.
 * `npm run fuzz -- 1 SEED NUMBER` reads one of them alone.
 */
const [count = 10_000, seed = Date.now() % 1_000_000, from = 0] = process.argv.slice(2).map(Number);
console.log(`${count} documents of seed ${seed}${from === 0 ? '' : ` from number ${from}`}`);

const results: Measured[] = [];
await fuzz(seed, from, from + count, (result) => {
  results.push({ ...result, faults: [...result.faults, ...overLimit(result)] });
  const { number, what, name, outcome, faults } = results.at(-1) ?? result;
  for (const fault of faults) console.log(`✗ ${number} (${what}, ${name}, ${outcome}): ${fault}`);
  if (results.length % 1000 === 0) console.log(`… ${results.length}`);
});

const outcomes = new Map<string, number>();
for (const { outcome } of results) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
console.log('\nWhat became of them:');
for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`  ${String(times).padStart(6)} ${outcome}`);
list('Slowest', (result) => result.milliseconds);
list('Largest', (result) => result.megabytes);
const failed = results.filter(({ faults }) => faults.length > 0).length;
console.log(
  `\n${results.length - failed} of ${results.length} within ${limits.milliseconds} ms and ${limits.megabytes} MB, without a fault`,
);
process.exitCode = failed === 0 ? 0 : 1;

function overLimit({ milliseconds, megabytes }: Measured): string[] {
  return [
    ...(milliseconds > limits.milliseconds ? [`it took ${Math.round(milliseconds)} ms`] : []),
    ...(megabytes > limits.megabytes ? [`it took ${Math.round(megabytes)} MB`] : []),
  ];
}

function list(title: string, of: (result: Measured) => number): void {
  console.log(`\n${title}:`);
  for (const result of [...results].sort((a, b) => of(b) - of(a)).slice(0, 5)) {
    const { number, what, name, size, milliseconds, megabytes, outcome } = result;
    console.log(
      `  ${Math.round(milliseconds)} ms, ${Math.round(megabytes)} MB: number ${number}, ${what} (${name}, ${Math.round(size / 1024)} KB) → ${outcome}`,
    );
  }
}
