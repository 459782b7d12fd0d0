/**
 * Neither the document nor the model is to be trusted. A sentence that speaks to a machine is not sent to one,
 * and no text of a model that does, or that is more than plain words, goes any further.
 */

const machine = '(?:a\\.?i\\.?|assistants?|(?:large )?language models?|chat ?bots?|llms?|gpt\\S*)';

const toMachines: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|do not follow)\b[^.]{0,60}\b(?:instructions?|prompts?|guidelines?|(?:previous|prior|above|earlier) (?:rules?|directions?|messages?|text|context))\b/i,
  /\b(?:system|developer|hidden) (?:prompts?|messages?|instructions?)\b/i,
  new RegExp(
    `\\b(?:you are|act as|pretend to be|behave as|respond as)\\b[^.]{0,40}\\b${machine}(?![a-z])`,
    'i',
  ),
  new RegExp(`^\\W*(?:dear|hey|attention|as|if you are|to|for)\\b[^.:]{0,20}\\b${machine}\\s*[,:!]`, 'i'),
  new RegExp(
    `\\b(?:instructions?|notes?|messages?|orders?) (?:for|to) (?:the |any |all |every )?${machine}(?![a-z])`,
    'i',
  ),
  /<\/?\s*(?:system|assistant|user|instructions?|prompt)\s*>|\[\/?INST\]|<\|[a-z_]+\|>/i,
  /^\W*(?:(?:please|now|instead|you must|always|never)\W+)*(?:respond|reply|answer|output|return|print|mark|set|propose|generate|write)\b[^.]*\b(?:json|frames?|quiz(?:zes)?|options?|answer keys?|the key|(?:in)?correct|distractors?|foils?)\b/i,
  /\b(?:visit|fetch|open|download|send|post|curl|browse|click|call)\b[^.]{0,200}(?:https?:\/\/|\bwww\.)/i,
];

/** Whether a text gives orders to a program that reads it. */
export function speaksToMachines(text: string): boolean {
  return toMachines.some((pattern) => pattern.test(text));
}

/** Why a text of the model's is not to be shown to anybody, or null when it is plain words. */
export function notPlain(text: string, longest: number): string | null {
  if (text.trim() === '') return 'it is empty';
  if (text.length > longest) return `it is longer than ${longest} characters`;
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u.test(text)) return 'it holds characters that nobody sees';
  if (/<\/?[a-z!]|&#?\w+;|\]\(|```|\$\{|\{\{/i.test(text)) return 'it holds markup';
  if (/\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:javascript|data|mailto):\S/i.test(text))
    return 'it holds an address';
  return speaksToMachines(text) ? 'it gives an order to a program' : null;
}
