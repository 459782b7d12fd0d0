import type { ClaimLabel, ClaimType, Parts } from '#lib/course/model.ts';
import { chunkClause } from '../chunker.ts';
import type { Reading } from '../frames/frame.ts';
import { aboutTheText, pointing } from '../lexicon/outward.ts';
import { chatty } from '../lexicon/stance.ts';
import { modals } from '../lexicon/verbs.ts';
import { wordCount } from '../wording.ts';
import { withoutLoose } from './loose.ts';

/** A frame that a person has to read before it counts: what its parts seem to be. */
export type Proposal = { type: ClaimType; parts: Parts; label: ClaimLabel; attribution: string | null };

const holding =
  'argues?|argued|claims?|claimed|believes?|believed|maintains?|maintained|contends?|contended|suggests?|suggested|concludes?|concluded|estimates?|estimated|warns?|warned|predicts?|predicted|finds?|found|reports?|reported|says?|said|notes?|noted|shows?|showed|holds?|held|insists?|insisted|doubts?|doubted|thinks?|thought|expects?|expected|pointed out|points out';

type Rule = { pattern: RegExp; make: (groups: Record<string, string>) => Proposal | null };

const interpretation = (type: ClaimType, parts: Parts): Proposal => ({
  type,
  parts,
  label: 'interpretation',
  attribution: null,
});

/**
 * The first that fits names the frame. Wider than what may be asked unread: pronouns, long clauses and words known
 * from before are left for the person who reads it.
 */
const rules: readonly Rule[] = [
  {
    pattern: /^According to (?<who>[^,]{3,60}), (?<holds>.+)$/u,
    make: ({ who = '', holds = '' }) => ({
      ...interpretation('attribution', { who, holds }),
      attribution: who,
    }),
  },
  {
    pattern: new RegExp(
      `^(?:(?:In|On|At) [^,]{3,40}, )?(?<who>[^,]{3,60}?)(?:, [^,]{3,60},)? (?:(?:has|have|had) )?(?<verb>${holding})(?: in \\d{4})? that (?<holds>.+)$`,
      'u',
    ),
    make: ({ who = '', verb = '', holds = '' }) => ({
      ...interpretation('attribution', { who, holds, verb }),
      attribution: who,
    }),
  },
  {
    pattern:
      /^(?<effect>.+?),? (?:partly |mainly |largely |simply |precisely )?because (?!of\b)(?<cause>.+)$/u,
    make: ({ effect = '', cause = '' }) => interpretation('cause', { effect, cause }),
  },
  {
    pattern: /^(?:Because|Since) (?<cause>[^,]+), (?<effect>.+)$/u,
    make: ({ effect = '', cause = '' }) => interpretation('cause', { effect, cause }),
  },
  {
    pattern: /^(?<cause>[^,]{15,}),? (?:and so|so that|and therefore|, so) (?<effect>.{15,})$/u,
    make: ({ effect = '', cause = '' }) => interpretation('cause', { effect, cause }),
  },
  {
    pattern: /^(?:Although|Though|Even though|While|Whereas) (?<less>[^,]+), (?<more>.+)$/u,
    make: ({ more = '', less = '' }) => interpretation('contrast', { clauseA: less, clauseB: more }),
  },
  {
    pattern: /^(?<more>.{15,}?),? (?:although|even though|though|whereas) (?<less>.+)$/u,
    make: ({ more = '', less = '' }) => interpretation('contrast', { clauseA: less, clauseB: more }),
  },
  {
    pattern: /^If (?<given>[^,]+), (?:then )?(?<follows>.+)$/u,
    // biome-ignore lint/suspicious/noThenProperty: the part’s name in the claims file; a string is never awaited
    make: ({ given = '', follows = '' }) => interpretation('condition', { if: given, then: follows }),
  },
  {
    pattern: /^(?<action>.{15,}?) in order to (?<purpose>.+)$/u,
    make: ({ action = '', purpose = '' }) => interpretation('purpose', { action, purpose }),
  },
  {
    pattern: /^To (?<purpose>[\p{Ll}]+ [^,]{5,}), (?<action>.+)$/u,
    make: ({ action = '', purpose = '' }) => interpretation('purpose', { action, purpose }),
  },
  {
    pattern: /^(?<action>.{15,}?),? by (?<means>\p{Ll}+ing .+)$/u,
    make: ({ action = '', means = '' }) => interpretation('means', { action, means }),
  },
  {
    pattern: /^(?<of>.+?),? (?:such as|including) (?<list>[^,]+(?:, [^,]+)*,? and [^,]+)$/u,
    make: ({ of = '', list = '' }) => {
      const members = list.split(/,? and |, /).map((member) => member.trim());
      const named = /(?<noun>(?:[\p{L}-]+ ){0,3}[\p{L}-]+s)$/u.exec(of)?.groups?.noun;
      return named === undefined || members.length < 2
        ? null
        : { type: 'membership', parts: { class: named, members }, label: 'fact', attribution: null };
    },
  },
];

/** What a sentence seems to claim, where no rule is sure enough to ask it; null for what claims nothing plain. */
export function proposeLoosely({ text, around }: Reading): Proposal | null {
  const plain = withoutLoose(text.trim().replace(/[.\s]+$/, ''));
  const count = wordCount(plain);
  if (count < 7 || count > 45 || !/^\p{Lu}/u.test(plain) || /[?!]$/.test(text.trim())) return null;
  if (chatty.some((pattern) => pattern.test(plain)) || aboutTheText.test(plain)) return null;
  for (const { pattern, make } of rules) {
    const groups = pattern.exec(plain)?.groups;
    if (
      groups === undefined ||
      Object.values(groups).some((part) => /\b(?:and|but|or|that|which)$/.test(part ?? ''))
    )
      continue;
    const made = make(tidy(groups, around));
    if (
      made !== null &&
      Object.values(made.parts)
        .flat()
        .every((part) => wordCount(part) < 30)
    )
      return made;
  }
  return plainStatement(plain, around);
}

function tidy(groups: Record<string, string>, around: Reading['around']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, part]) => [
      name,
      around.uncapitalised((part ?? '').trim().replace(/,$/, '')),
    ]),
  );
}

const figure =
  /(?:US)?[$€£]?\d[\d,]*(?<!,)(?:\.\d+)?(?: (?:million|billion|trillion))?(?: ?(?:%|°[CF])| (?!(?:and|or|in|to|of|at|for|from|was|were|is|are|had|have|has|as|on|by|per|with)\b)[\p{Ll}]+)?/u;

/** A figure, a date, a forecast, or what something is or does. */
function plainStatement(plain: string, around: Reading['around']): Proposal | null {
  const statement = around.uncapitalised(plain);
  const year =
    /^(?<before>.*?),? ?\b[Ii]n (?:(?:\p{Lu}\p{Ll}+) )?(?<date>1\d{3}|20\d{2})\b,? ?(?<after>.*)$/u.exec(
      plain,
    )?.groups;
  if (year?.date !== undefined && !/\b(?:1\d{3}|20\d{2})\b/.test(`${year.before}${year.after}`)) {
    const rest = [year.before ?? '', year.after ?? ''].filter((part) => part !== '').join(' ');
    return {
      type: 'event',
      parts: { statement: around.uncapitalised(rest), date: year.date },
      label: 'fact',
      attribution: null,
    };
  }
  const value = figure.exec(plain)?.[0];
  if (value !== undefined && !/^(?:1\d{3}|20\d{2})\b/.test(value) && statement.split(value).length === 2)
    return { type: 'quantity', parts: { statement, value }, label: 'figure', attribution: null };
  const clause = chunkClause(statement) ?? chunkClause(statement.split(',')[0] ?? '');
  if (clause === null) return null;
  if (modals.has(clause.verb.lower) && /^(?:may|might|could|will)$/.test(clause.verb.lower))
    return {
      type: 'forecast',
      parts: { statement, modality: clause.verb.lower },
      label: 'forecast',
      attribution: null,
    };
  if (
    !around.isTopic(clause.subject) ||
    pointing.test(clause.subject) ||
    /^(?:its|their|his|her|several|many)\b/.test(clause.subject)
  )
    return null;
  // One claim at a time: what a comma adds is another.
  const [predicate = ''] = statement
    .slice(clause.subject.length)
    .trim()
    .split(/, (?:and|but|so|which|who|while|where) /);
  return {
    type: 'property',
    parts: { subject: clause.subject, predicate },
    label: 'fact',
    attribution: null,
  };
}
