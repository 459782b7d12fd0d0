import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { aboutTheText, pointing } from '../lexicon/outward.ts';
import { chatty } from '../lexicon/stance.ts';
import { numberOf } from '../noun-phrase.ts';
import { wordCount } from '../wording.ts';

/** Verbs of holding a view, in the present and the past; "says" and "notes" report too little to be asked for. */
const holding =
  'argues?|argued|claims?|claimed|believes?|believed|maintains?|maintained|contends?|contended|asserts?|asserted|proposes?|proposed|suggests?|suggested|concludes?|concluded|insists?|insisted|hypothesizes?|hypothesized|estimates?|estimated|warns?|warned|predicts?|predicted|reasons|reasoned|thinks?|thought|counters?|countered|objects?|objected|replied|reply|says?|said|notes|noted|points? out|pointed out|found|finds?|fears?|feared|hopes?|hoped|expects?|expected|doubts?|doubted|holds?|held|stressed|stresses|reports?|reported';

const form = new RegExp(
  `^(?<who>[^,]+?)(?:, [^,]+,)? (?<verb>(?:ha(?:s|ve) )?(?:${holding})) that (?<holds>[^,]+)$`,
  'u',
);
/** "According to the ministry, …" */
const according = /^According to (?<who>[^,]+), (?<holds>[^,]+)$/u;

/** Who a view is put down to: a person or body with a name, or a party that the words make plain. */
const holder =
  /^(?:(?:the )?(?:[\p{Lu}][\p{L}.’'-]+)(?: (?:of|the|and|for|[\p{Lu}][\p{L}.’'-]+)){0,5}|(?:the )?(?:\p{L}+ )?(?:[\p{L}’]+ )?(?:organi[sz]ations|associations|groups|parties|critics|supporters|opponents|proponents|advocates|defenders|economists|historians|scientists|researchers|biologists|geologists|physicists|psychologists|sociologists|philosophers|skeptics|sceptics|conservatives|liberals|federalists|realists|environmentalists|engineers|lawyers|linguists|teachers|unions|employers|regulators|officials|scholars|analysts|insurers|physicians|doctors|agency|ministry|commission|government|council|committee|board|court|company|firms|farmers|residents|planners|campaigners|industry groups|manufacturers|publishers|trade unions|trade groups|health officials|city officials|report|study|survey|bank|central bank|authority|department|association|union|majority|minority|dissent|judges|lawmakers|legislators|voters|archaeologists|astronomers|chemists|ecologists|epidemiologists|climatologists|meteorologists|anthropologists|musicologists|art historians|designers|developers)(?: of (?:the )?[^,]{3,40})?)$/u;

/** A view with its holder: "X argues that …". */
export function findAttribution({ text, around }: Reading): Candidate[] {
  if (!/ that |^According to /.test(text)) return [];
  const plain = text.replace(/\.$/, '');
  if (/[;:()“”"—–?!]/.test(plain)) return [];
  const groups = form.exec(plain)?.groups ?? according.exec(plain)?.groups;
  if (groups?.who === undefined || groups.holds === undefined) return [];
  const verb = groups.verb ?? (numberOf(groups.who) === 'plural' ? 'say' : 'says');
  const who = around.uncapitalised(groups.who);
  const { holds } = groups;
  if (!holder.test(groups.who.charAt(0).toUpperCase() === groups.who.charAt(0) ? who : groups.who)) return [];
  if (/^(?:this|these|few|no|some|many|most|others?|several|it|he|she|they|one|such)\b/i.test(who)) return [];
  if (
    pointing.test(holds.replace(/\b(?:already|still|even|also|now|today|too)\b/g, '')) ||
    /\b(?:its|their|his|her)\b/.test(holds) ||
    aboutTheText.test(holds)
  )
    return [];
  if (chatty.some((pattern) => pattern.test(holds))) return [];
  if (wordCount(holds) < 5 || wordCount(holds) > 24 || chunkClause(holds) === null) return [];
  return [{ parts: { who, holds, verb }, label: 'interpretation', attribution: who, confidence: 0.9 }];
}
