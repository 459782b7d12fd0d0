import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { invert } from '../inversion.ts';
import { wordCount } from '../wording.ts';
import { contributing, findName, othersLike } from './deeds.ts';
import { withoutLoose } from './loose.ts';
import { statementOf } from './stands-alone.ts';

/** "… by the English astronomer Edmond Halley in 1686": behind the name at most a date or an addition. */
const behindName = /^(?<date> in (?:(?:early|late) )?(?:\p{Lu}\p{L}+ )?\d{3,4})?(?:,.*)?$/u;
const rank = /\bby (?:(?:the|an?) )?(?:(?!by\b)[\p{L}-]+ ){0,4}$/u;
const insertion =
  /^(?<subject>[^,]{3,60}), (?:an?|the|which|who|where|in which) [^,]{3,80}, (?=(?:was|were) )/u;

/** What was done by somebody: "The first reflecting telescope was built by Isaac Newton in 1668". */
export function findAgent({ text, around }: Reading): Candidate[] {
  if (around.people.length === 0 || !/\b(?:was|were) .*\bby\b/.test(text) || /[“”"?!;:()]/.test(text))
    return [];
  const plain = withoutLoose(text.trim().replace(/\.$/, '')).replace(
    insertion,
    (_, subject: string) => `${subject} `,
  );
  for (const person of around.people) {
    const name = findName(plain, person);
    if (name === null) continue;
    const lead = plain.slice(0, name.start);
    const by = rank.exec(lead);
    const rest = behindName.exec(plain.slice(name.end));
    if (by === null || rest === null) continue;
    const event = `${lead.slice(0, by.index).trim()}${rest.groups?.date ?? ''}`;
    if (!isMemorable(event, around) || around.isInHeading(person.surname)) continue;
    if (event.toLowerCase().includes(person.surname.toLowerCase().slice(0, 5))) continue;
    const statement = statementOf(`${event}.`, around);
    if (statement === null || wordCount(statement) < 5 || invert(statement) === null) continue;
    if (around.people.some((other) => other !== person && findName(event, other) !== null)) continue;
    return [
      {
        parts: { subject: person.name, predicate: statement, asked: 'by whom' },
        label: 'fact',
        attribution: null,
        confidence: 0.9,
        foils: othersLike(person, around),
        acceptAlso: [person.surname],
      },
    ];
  }
  return [];
}

/** The participle is of a verb of what somebody is remembered for. */
function isMemorable(event: string, around: Reading['around']): boolean {
  const clause = chunkClause(around.uncapitalised(event));
  if (clause === null || !/^(?:was|were)$/.test(clause.verb.lower)) return false;
  return contributing.test(clause.rest.replace(/^(?:first|finally|formally|officially|also|put) /, ''));
}
