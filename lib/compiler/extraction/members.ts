import type { Candidate, Reading } from '../frames/frame.ts';
import { memberMarkers } from '../lexicon/markers.ts';
import { ownPronoun, pointsOut } from '../lexicon/outward.ts';
import { chatty } from '../lexicon/stance.ts';
import { numberOf } from '../noun-phrase.ts';
import { wordCount } from '../wording.ts';
import { statementOf } from './stands-alone.ts';

const includes = /^(?<class>[^,]+?) (?:includes?|included) (?<list>[^,]+(?:, [^,]+)*,? and [^,]+)$/;

/** "Renewable sources include wind, sunlight and tides": a class with its members. */
function findIncluded({ text, around }: Reading): Candidate[] {
  if (!/ include/.test(text)) return [];
  const statement = statementOf(text, around);
  const groups = statement === null ? undefined : includes.exec(statement)?.groups;
  if (groups?.class === undefined || groups.list === undefined) return [];
  const members = groups.list.split(/,? and |, /).map((member) => member.trim());
  if (numberOf(groups.class) !== 'plural' || members.length < 2 || wordCount(groups.class) > 8) return [];
  if (
    members.some(
      (member) =>
        wordCount(member) > 6 || ownPronoun.test(member) || /\b(?:or|but|which|that|who)\b/.test(member),
    )
  )
    return [];
  const named = groups.class
    .replace(/^the /i, '')
    .replace(/^(?:some|many|several|common|other|typical) (?:of the )?/i, '');
  return [{ parts: { class: named, members }, label: 'fact', attribution: null, confidence: 0.9 }];
}

/** "CLASS, including A and B" and "CLASS such as A, B and C", with a plural class that names what it lists. */
export function findMembers(reading: Reading): Candidate[] {
  const included = findIncluded(reading);
  if (included.length > 0) return included;
  const { text } = reading;
  if (chatty.some((pattern) => pattern.test(text)) || /[;:—()“”"]/.test(text)) return [];
  const plain = text.replace(/[.]$/, '');
  for (const words of memberMarkers) {
    const match = new RegExp(`(?<class>[^,]+?),? ${words} (?<list>[^,]+(?:, [^,]+)*,? and [^,]+)$`).exec(
      plain,
    );
    const group = match?.groups?.class;
    const list = match?.groups?.list;
    if (group === undefined || list === undefined) continue;
    const members = list.split(/,? and |, /).map((member) => member.trim());
    // A class that is the sentence's object loses its sense without the verb: only "There are Ns, including …".
    const named = /^There are (?:many |several |two |three |four )?(?<noun>[\p{L} -]+)$/u.exec(group)?.groups
      ?.noun;
    if (named === undefined || numberOf(named) !== 'plural' || members.length < 2) continue;
    if (members.some((member) => wordCount(member) > 5 || pointsOut.test(member) || ownPronoun.test(member)))
      continue;
    return [{ parts: { class: named, members }, label: 'fact', attribution: null, confidence: 0.9 }];
  }
  return [];
}
