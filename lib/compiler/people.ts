import type { CompileContext } from './context.ts';
import { countryNamed } from './lexicon/countries.ts';
import { givenNames } from './lexicon/given-names.ts';

/** Somebody, or a body, that a document names in full at least once. */
export type Person = {
  kind: 'person' | 'body';
  /** "William Forster Lloyd", "Congressional Budget Office" */
  name: string;
  /** "Lloyd", "CBO": how the document speaks of them afterwards, and what a learner may answer. */
  surname: string;
  /** Indices of the sentences that name them. */
  sentences: ReadonlySet<number>;
};

const part = "\\p{Lu}(?:\\p{L}|[’'](?!s\\b)|-)*\\p{Ll}";
const particle = '(?:van der|van den|van|von|de la|de|del|della|di|da|du|al|bin|ibn|le|la)';
const initial = '\\p{Lu}\\.';
/** Two to five words: a given name or initials, further names, and the family's, with its particle. */
const fullName = new RegExp(
  `(?<![\\p{L}’'-])(?<given>${part}|${initial}(?: ?${initial})*)(?<middle>(?: (?:${part}|${initial}))*?)(?<family>(?: ${particle})? ${part})(?![\\p{L}-])(?! ${particle} \\p{Lu})(?! \\p{Lu})`,
  'gu',
);

/** What is built, fought, signed or founded has such a last word; a person has not. */
const notFamily =
  /^(?:Act|Accords?|Age|Agency|Agreement|Army|Association|Bank|Bay|Bill|Bridge|Canal|Castle|Charter|Church|City|College|Commission|Committee|Company|Conference|Congress|Convention|Council|Court|Crisis|Declaration|Department|Desert|District|Doctrine|Empire|Fund|Gulf|Hall|House|Hospital|Institute|Institution|Island|Islands|Kingdom|Laboratory|Lake|League|Library|Ministry|Mountain|Mountains|Museum|Ocean|Office|Organi[sz]ation|Palace|Parliament|Party|Pact|Peace|Plan|Port|Press|Principle|Protocol|Province|Railway|Reform|Report|Republic|Revolution|River|Road|School|Sea|Senate|Society|Square|Station|Strait|Street|System|Theatre|Theorem|Tower|Treaty|Trust|Union|University|Valley|War|World|Court|Prize|Medal|Law|Street|Avenue|Award|Foundation|Review|Journal|Times|Post|Town|County|Country|Point|Cape|Fort|Mount|Creek|Brothers|Rights|Street|Islands?|Peninsula|Basin|Range|Coast|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Who somebody is, said before the name: with it any name is a person's. */
const title =
  /(?:\b(?:[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Ee]mperor|[Gg]eneral|[Aa]dmiral|[Mm]arshal|[Cc]olonel|[Cc]aptain|[Ss]enator|[Ff]oreign [Ss]ecretary|[Ss]ecretary of [Ss]tate|[Ff]oreign [Mm]inister|[Pp]rofessor|Sir|Lord|Lady|Dr|Mr|Mrs|Ms|[Pp]ope|economist|historian|philosopher|physicist|chemist|biologist|botanist|astronomer|mathematician|engineer|inventor|physician|surgeon|doctor|psychologist|sociologist|anthropologist|geologist|linguist|explorer|merchant|printer|goldsmith|painter|architect|sculptor|poet|writer|novelist|journalist|lawyer|judge|politician|diplomat|scientist|researcher|scholar|monk|missionary|traveller|traveler|navigator|theologian|naturalist|ecologist|neuroscientist|meteorologist|oceanographer|zoologist|composer|reformer|activist|statistician|geographer|entrepreneur|industrialist)\.? )$/;

/** The last word of what a body is called, or the one before its "of …", "for …", "on …". */
const bodyNoun =
  'Office|Bank|Fund|Organi[sz]ation|Agency|Commission|Committee|Council|Institute|Institution|University|College|Panel|Association|Academy|Society|Ministry|Department|Foundation|Authority|Service|Board|Bureau|Reserve|Court|Laboratory|Observatory|Company|Corporation|Cent(?:er|re)|Administration|Parliament|Congress|Senate|Assembly|Federation|Network';
const bodyName = new RegExp(
  `(?<![\\p{L}’'-])(?<name>(?!(?:The|This|That|A|An|In|No|Its|Their|Every|Each|When|While) )(?:\\p{Lu}[\\p{L}’'-]+ (?:(?:of|and|for) )?){0,4}?(?:${bodyNoun})(?: (?:of|for|on|in) (?:the )?\\p{Lu}[\\p{L}’'-]+(?: (?:and )?\\p{Lu}[\\p{L}’'-]+){0,3}){0,2})(?![\\p{L}-])(?: \\((?<short>\\p{Lu}{2,6})\\))?`,
  'gu',
);

/** "University of Wisconsin Professor …", "Portugal’s Coimbra University": part of something else. */
const notABody = /[’']s |\b(?:Professor|President|Director|Chairman|Secretary)\b/;

const longest = 1000;

/** The people and bodies that a document names in full, in the order of their first mention. */
export function findPeople(context: CompileContext): Person[] {
  const { sentences, document } = context;
  // What is longer is no sentence, and looking for names in a word of a hundred thousand letters takes long.
  const texts = sentences.map(({ start, end }) =>
    end - start > longest ? '' : document.text.slice(start, end).replace(/\s+/g, ' '),
  );
  const found = new Map<string, Pick<Person, 'kind' | 'surname'>>();
  for (const text of texts) {
    for (const [name, surname] of peopleIn(text)) found.set(name, { kind: 'person', surname });
    for (const match of text.matchAll(bodyName)) {
      const { name = '', short } = match.groups ?? {};
      if (!name.includes(' ') || notABody.test(name) || givenNames.has(name.split(' ')[0] ?? '')) continue;
      if (short !== undefined || !found.has(name)) found.set(name, { kind: 'body', surname: short ?? name });
    }
  }
  // Two of one surname cannot be told apart by it.
  const surnames = new Map<string, number>();
  for (const { surname } of found.values()) surnames.set(surname, (surnames.get(surname) ?? 0) + 1);
  return [...found]
    .filter(([, { surname }]) => surnames.get(surname) === 1)
    .map(([name, { kind, surname }]) => ({
      kind,
      name,
      surname,
      sentences: new Set(
        texts.flatMap((text, index) => (hasWord(text, surname) || hasWord(text, name) ? [index] : [])),
      ),
    }));
}

function* peopleIn(text: string): Generator<[name: string, surname: string]> {
  for (const match of text.matchAll(fullName)) {
    const { given = '', middle = '', family = '' } = match.groups ?? {};
    const surname = family.trim();
    if (notFamily.test(surname) || countryNamed(surname) !== null || middle.split(' ').length > 4) continue;
    const isGiven = [given, ...middle.split(' ')].some((word) => givenNames.has(word));
    if (!isGiven && !title.test(text.slice(0, match.index))) continue;
    yield [`${given}${middle} ${surname}`, surname];
  }
}

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/[\p{L}]/u.test(text.charAt(at - 1)) && !/[\p{L}-]/u.test(text.charAt(at + word.length));
}
