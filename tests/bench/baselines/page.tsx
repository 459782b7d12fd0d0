import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const dynamic = 'force-static';

/** Baseline: the same lesson's text as a page that is rendered once, at build time. Never a route of the product. */
export default function PrerenderedPage() {
  const body = readFileSync(join(process.cwd(), 'app/bench/prerendered/body.html'), 'utf8');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own article, escaped by the bench
  return <main dangerouslySetInnerHTML={{ __html: body }} />;
}
