import type { CheckView } from '#db/queries/courses.ts';
import { courseLang } from './course-lang.ts';
import { escapeHtml } from './escape-html.ts';

export type CheckWords = { title: string; hint: string; many: string; yours: string; look: string };

/** Where a question between paragraphs stands, and where its answer is shown. */
export function checkAnchor(number: number): string {
  return `check-${number}`;
}

/**
 * A question between paragraphs as a form that asks for the same page again, with the answer in its address: it
 * changes nothing, so that going back, a reload and a browser without scripts need no care. The question is seen,
 * and what there is to choose from on demand: who reads on is not held up. A link to the form opens it.
 */
export function checkForm({ number, item }: CheckView, words: CheckWords): string {
  const id = checkAnchor(number);
  const many = item.kind === 'multiple' ? `<p class="meta">${escapeHtml(words.many)}</p>` : '';
  return `<details class="selfcheck"><summary><span class="lead">${escapeHtml(words.title)}</span><span class="asked" id="${id}-stem" lang="${courseLang}">${escapeHtml(item.stem)}</span></summary><form id="${id}" action="#${id}"><input type="hidden" name="check" value="${number}"><fieldset aria-labelledby="${id}-stem">${many}${fields(number, item, words)}</fieldset><div class="row"><button class="btn sm" type="submit">${escapeHtml(words.look)}</button><span class="meta">${escapeHtml(words.hint)}</span></div></form></details>`;
}

function fields(number: number, item: CheckView['item'], words: CheckWords): string {
  if (item.options.length === 0) {
    const id = `${checkAnchor(number)}-text`;
    return `<div class="field"><label for="${id}">${escapeHtml(words.yours)}</label><input class="input serif" id="${id}" name="text" type="text" required maxlength="500" autocomplete="off" autocapitalize="off" spellcheck="false"></div>`;
  }
  const isMany = item.kind === 'multiple';
  const control = isMany ? 'type="checkbox"' : 'type="radio" required';
  const options = item.options.map(
    (option) =>
      `<label class="opt"><input ${control} name="option" value="${escapeHtml(option.id)}"><span class="key${isMany ? ' box' : ''}" aria-hidden="true"></span><span class="txt" lang="${courseLang}">${escapeHtml(option.text)}</span></label>`,
  );
  return `<div class="options">${options.join('')}</div>`;
}
