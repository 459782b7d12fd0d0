import type { ItemKind } from '#lib/course/model.ts';
import type { Answer } from '#lib/grading/answer.ts';

/**
 * The answer that a question form holds, or null while something is not filled in.
 * One reading for both ways in: the browser's script and the plain form post.
 */
export function answerFromForm(kind: ItemKind, form: FormData): Answer | null {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  switch (kind) {
    case 'single':
    case 'true-false': {
      const option = text('option');
      return option === '' ? null : { kind, option };
    }
    case 'multiple': {
      const options = form.getAll('option').filter((value) => typeof value === 'string');
      return options.length === 0 ? null : { kind, options };
    }
    case 'short':
    case 'cloze': {
      const typed = text('text');
      return typed === '' ? null : { kind, text: typed };
    }
    case 'matching': {
      const rights = numbered(form, 'right');
      return rights === null ? null : { kind, rights };
    }
    case 'ordering': {
      const entries = numbered(form, 'entry');
      const places = numbered(form, 'place');
      if (entries === null || places === null || new Set(places).size !== entries.length) return null;
      const order = places.map((_, place) => entries[places.indexOf(String(place + 1))]);
      return order.every((entry) => entry !== undefined) ? { kind, order } : null;
    }
  }
}

/** How sure somebody said they are: 1 a guess, 2 fairly, 3 sure; null where they did not say. */
export function certaintyFromForm(form: FormData): 1 | 2 | 3 | null {
  const said = form.get('certainty');
  return said === '1' ? 1 : said === '2' ? 2 : said === '3' ? 3 : null;
}

/** The values of `name-0`, `name-1`, …; null where there is none or one is empty. */
function numbered(form: FormData, name: string): string[] | null {
  const out: string[] = [];
  for (let index = 0; index < 50; index += 1) {
    const value = form.get(`${name}-${index}`);
    if (value === null) break;
    if (typeof value !== 'string' || value === '') return null;
    out.push(value);
  }
  return out.length === 0 ? null : out;
}
