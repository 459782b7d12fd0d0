import type { Diagnostic } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';

/** Sentences that give orders to a program that reads the document, as nobody writes them for people. */
const orders = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:previous|prior|preceding|above|earlier|all|any|your|these)\b[^.]{0,30}\b(?:instructions?|prompts?|rules|directions|guidelines|commands)\b/i,
  /\b(?:system|developer|hidden) (?:prompt|message|instructions?)\b/i,
  /\byou are (?:now |actually )?(?:an? |the )?(?:helpful |unrestricted )?(?:ai|assistant|(?:large )?language model|chatbot|llm|dan)\b/i,
  /\b(?:to|dear|attention|note to|hey)[:,]? (?:any |all |the )?(?:ai|llm|assistant|chatbot|(?:large )?language model)s?\b/i,
  /\b(?:ai|llm|assistant|chatbot|language model|quiz generator|compiler)s?\b[^.]{0,40}\b(?:must|should|shall|please)\b[^.]{0,60}\b(?:output|answer|reply|respond|print|ignore|insert|include|mark|grade|give)\b/i,
  /\b(?:mark|grade|rate|score|select|choose|accept)\b[^.]{0,60}\b(?:as (?:the )?(?:correct|right)|full marks|option [a-e]\b|every answer|all answers|any answer)/i,
  /\b(?:output|print|reply|respond|answer|say) (?:only |with |exactly )+["“'‘]/i,
  /\bdo not (?:mention|reveal|tell|disclose)\b[^.]{0,40}\b(?:instructions?|prompt|user|reader)\b/i,
  /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<<\/?SYS>>|^#{2,}\s*(?:system|instruction)/i,
];

export function isOrderToProgram(sentence: string): boolean {
  return orders.some((pattern) => pattern.test(sentence));
}

/**
 * The sentences that speak to readers. A document is read, never obeyed: what is written for a program is
 * reported, and no claim, summary or question is made of it.
 */
export function withoutOrders(
  text: string,
  sentences: readonly NumberedSentence[],
): { sentences: NumberedSentence[]; diagnostics: Diagnostic[] } {
  const kept: NumberedSentence[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const sentence of sentences) {
    const { start, end } = sentence;
    if (!isOrderToProgram(text.slice(start, Math.min(end, start + 600)))) kept.push(sentence);
    else {
      const message =
        'This sentence gives orders to a program, not knowledge to a reader: nothing is made of it.';
      diagnostics.push({ code: 'order-to-program', severity: 'warning', message, start, end });
    }
  }
  return { sentences: kept, diagnostics };
}
