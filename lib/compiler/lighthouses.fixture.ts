import type { Course } from '#lib/course/model.ts';
import { parseMarkdown } from '#lib/source/markdown.ts';
import { claimsFileSchema } from './claims-file.ts';
import { compile } from './compile.ts';
import { decisionsFileSchema } from './decisions-file.ts';

/** A document for tests of what an author edits: four lessons, with claims of three types in each. */
export const lighthouses = `# Lighthouses

## Light

A **lantern room** is the glazed chamber at the top of a lighthouse. Keepers trimmed the wicks every four hours because a charred edge clouded the glass with soot. The lens was built of many thin rings in order to save weight. Early towers burned coal in an open basket.

## Towers

A **daymark** is a pattern of paint that tells sailors by day which tower they see. Masons cut each stone with a dovetail because waves pull at the joints of a plain wall. The tower was painted in broad bands in order to stand out against the cliff. Most rock towers took several summers to finish.

## Keepers

A **relief boat** is a small vessel that brings new keepers and food to a rock station. Each station had three keepers because one of two might fall ill in winter. Keepers wrote a log each night in order to prove that the light had burned. Letters arrived only with the boat.

## Fog

A **fog signal** is a horn or bell that warns ships when the light is hidden. Foghorns were pitched low because deep sounds carry further over water. Engineers placed the horns on the seaward wall in order to spare the houses the noise. A dense fog could last for a week.
`;

const definition = (id: string, term: string, meaning: string) =>
  frame(id, 'definition', { term, meaning }, `A ${term} is ${meaning}.`);
const cause = (id: string, effect: string, because: string, ...foils: string[]) =>
  frame(id, 'cause', { effect, cause: because }, `${capital(effect)} because ${because}.`, foils);
const purpose = (id: string, action: string, aim: string, ...foils: string[]) =>
  frame(id, 'purpose', { action, purpose: aim }, `${capital(action)} in order to ${aim}.`, foils);

export const lighthouseFrames = [
  definition('room', 'lantern room', 'the glazed chamber at the top of a lighthouse'),
  cause(
    'wicks',
    'keepers trimmed the wicks every four hours',
    'a charred edge clouded the glass with soot',
    'cold oil ran slowly up the thread',
    'the tower swayed in a strong wind',
    'the inspector counted each spare part',
  ),
  purpose(
    'rings',
    'the lens was built of many thin rings',
    'save weight',
    'throw light upwards',
    'mark each hour',
    'please visitors',
  ),
  definition('daymark', 'daymark', 'a pattern of paint that tells sailors by day which tower they see'),
  cause(
    'dovetail',
    'masons cut each stone with a dovetail',
    'waves pull at the joints of a plain wall',
    'the quarry sold only small blocks by weight',
    'carts broke down on the long road',
    'frost splits the face of a thick wall',
  ),
  purpose(
    'bands',
    'the tower was painted in broad bands',
    'stand out against the cliff',
    'hide the cracks in its stone',
    'save the cost of plaster',
    'honour the colours of a town',
  ),
  definition('boat', 'relief boat', 'a small vessel that brings new keepers and food to a rock station'),
  cause(
    'three',
    'each station had three keepers',
    'one of two might fall ill in winter',
    'each of them knew only one trade well',
    'the boat had room for just three men',
    'the pay of a fourth cost too much',
  ),
  purpose(
    'log',
    'keepers wrote a log each night',
    'prove that the light had burned',
    'pass the hours until dawn',
    'learn to spell hard words',
    'count the birds on the rock',
  ),
  definition('signal', 'fog signal', 'a horn or bell that warns ships when the light is hidden'),
  cause(
    'pitch',
    'foghorns were pitched low',
    'deep sounds carry further over water',
    'short pipes were costly to cast in iron',
    'high notes woke the children of keepers',
    'the first makers had built church organs',
  ),
  purpose(
    'wall',
    'engineers placed the horns on the seaward wall',
    'spare the houses the noise',
    'keep the pipes from freezing',
    'hear the answer of ships',
    'shorten the walk to the boiler',
  ),
];

function frame(
  id: string,
  type: string,
  parts: Record<string, string>,
  evidence: string,
  foils: readonly string[] = [],
) {
  const reasons = foils.map((text) => ({ text, why: `The lesson does not say that it was so: ${text}.` }));
  return { id, type, parts, evidence, label: 'fact', attribution: null, foils: reasons };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text compiled with frames and decisions as their files would hold them. */
export function compileText(
  markdown: string,
  files: { frames?: readonly unknown[]; decisions?: readonly unknown[] } = {},
): ReturnType<typeof compile> {
  const { frames = lighthouseFrames, decisions } = files;
  return compile({
    document: parseMarkdown(markdown),
    sha256: '',
    claims: claimsFileSchema.parse({ format: 'lectern-claims/1', claims: frames }),
    ...(decisions === undefined
      ? {}
      : { decisions: decisionsFileSchema.parse({ format: 'lectern-decisions/1', decisions }) }),
  });
}

/** The items whose evidence touches none of these words. */
export function itemsWithout(course: Course, words: string): Course['items'] {
  return course.items.filter(({ evidence }) => !evidence.some(({ quote }) => quote.includes(words)));
}
