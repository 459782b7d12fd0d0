import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What one step of `npm test` came to. */
export type Count = { passed: number; failed: number; skipped: string[] };

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** The report of `vitest --reporter=json`; null where there is none. */
export function countVitest(file: string): Count | null {
  const report = read(file, vitestSchema);
  if (report === null) return null;
  const count: Count = { passed: 0, failed: 0, skipped: [] };
  for (const { name, status, assertionResults } of report.testResults) {
    // A file that could not be loaded, or a hook that failed, has no failed test of its own.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) count.failed += 1;
    for (const test of assertionResults) {
      if (test.status === 'passed') count.passed += 1;
      else if (test.status === 'failed') count.failed += 1;
      else count.skipped.push(`${test.fullName} (${name.split(/[\\/]/).at(-1)}: ${test.status})`);
    }
  }
  return count;
}

const specSchema = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      projectName: z.string(),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
    }),
  ),
});
type Suite = { specs: z.infer<typeof specSchema>[]; suites?: Suite[] | undefined };
const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(specSchema), suites: z.array(suiteSchema).optional() }),
);
const playwrightSchema = z.object({ suites: z.array(suiteSchema), errors: z.array(z.unknown()) });

/** The report of `playwright test --reporter=json`; null where there is none. */
export function countPlaywright(file: string): Count | null {
  const report = read(file, playwrightSchema);
  if (report === null) return null;
  const count: Count = { passed: 0, failed: 0, skipped: [] };
  const visit = ({ specs, suites = [] }: Suite) => {
    for (const { title, tests } of specs)
      for (const { status, projectName, annotations } of tests) {
        const why = annotations.find(({ type }) => type === 'skip');
        if (status === 'expected' || status === 'flaky') count.passed += 1;
        // Skipped without having asked for it: it never ran, because something before it broke.
        else if (status === 'skipped' && why !== undefined)
          count.skipped.push(`${title} (${projectName}: ${why.description ?? why.type})`);
        else count.failed += 1;
      }
    for (const suite of suites) visit(suite);
  };
  for (const suite of report.suites) visit(suite);
  // Errors outside of any test, such as a server that did not start.
  if (count.failed === 0 && report.errors.length > 0) count.failed = 1;
  return count;
}

function read<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data : null;
}
