import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { DatabaseAway } from '#db/database-away.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import type { FormAction, FormState } from './form-state.ts';
import { isSameOrigin } from './same-origin.ts';
import { getViewer, requireViewer } from './viewer.ts';

type Outcome = { fields?: Record<string, string>; message?: string } | undefined;

/**
 * The one way a form reaches a command: from our own page, who, then what (zod), then the command.
 * `run` returns nothing when it has redirected, or sentences for the form.
 * A server action is a public endpoint: nothing is trusted because a page showed the form.
 */
export function formAction<S extends z.ZodType, A extends 'anyone' | 'signed-in'>(
  who: A,
  schema: S,
  run: (viewer: A extends 'signed-in' ? Viewer : Viewer | null, input: z.output<S>) => Promise<Outcome>,
): FormAction {
  return async (_state, form) => {
    const values = stringsOf(form);
    const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
    const refused = (message: string): FormState => ({ fields: {}, message, values: kept });
    const t = await getTranslations('errors');
    if (!isSameOrigin({ headers: await headers() })) return refused(t('foreignOrigin'));
    try {
      const viewer = who === 'signed-in' ? await requireViewer(values.here ?? '/') : await getViewer();
      const parsed = schema.safeParse(values);
      if (!parsed.success) return { fields: await sentencesFor(parsed.error), message: null, values: kept };
      // The type of `run` follows `who`, which the line above has made true.
      const outcome = await run(viewer as Parameters<typeof run>[0], parsed.data);
      return { fields: outcome?.fields ?? {}, message: outcome?.message ?? null, values: kept };
    } catch (error) {
      if (error instanceof NotFound) notFound();
      if (error instanceof DatabaseAway) return refused(t('databaseAway'));
      throw error;
    }
  };
}

function stringsOf(form: FormData): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$')) out[name] = value;
  return out;
}

/** zod's finding for each field as a sentence in the reader's language. */
async function sentencesFor(error: z.ZodError): Promise<FormState['fields']> {
  const t = await getTranslations('fields');
  const out: FormState['fields'] = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '');
    if (name === '' || out[name] !== undefined) continue;
    if (issue.code === 'too_big') out[name] = t('tooLong', { most: Number(issue.maximum) });
    else if (issue.code === 'too_small' && Number(issue.minimum) > 1)
      out[name] = t('tooShort', { least: Number(issue.minimum) });
    else if (issue.code === 'too_small' || issue.code === 'invalid_type') out[name] = t('missing');
    else if (issue.code === 'invalid_format' && issue.format === 'email') out[name] = t('email');
    else out[name] = t('invalid');
  }
  return out;
}
