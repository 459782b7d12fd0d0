import type { Item } from '#lib/course/model.ts';
import { formRules } from './screen/form-rules.ts';
import { keyRules } from './screen/key-rules.ts';
import { optionRules } from './screen/option-rules.ts';
import type { Rule } from './screen/rule.ts';
import { stemRules } from './screen/stem-rules.ts';

/** A flaw that a named rule found in an item. */
export type Finding = { rule: string; message: string };

export const rules: readonly Rule[] = [...keyRules, ...optionRules, ...formRules, ...stemRules];

/** Every flaw that can be found automatically; an item with any is not served. */
export function screenItem(item: Item, text: string): Finding[] {
  return rules.flatMap((rule) => {
    const message = rule.find(item, text);
    return message === null ? [] : [{ rule: rule.name, message }];
  });
}
