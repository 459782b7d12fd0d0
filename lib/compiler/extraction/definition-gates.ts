import type { Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { kindOfGenus } from '../lexicon/genera.ts';
import { aboutTheText, pointing } from '../lexicon/outward.ts';
import { chatty, evaluatives, metaNouns } from '../lexicon/stance.ts';
import { headOf, numberOf } from '../noun-phrase.ts';
import { normalised, wordCount } from '../wording.ts';
import { thatThing } from './stands-alone.ts';

/** A genus that only a definition names after a bare subject: "the process by which", "the study of". */
const genera =
  'process|study|practice|ability|capacity|tendency|branch|science|system|method|technique|set|act|amount|rate|measure|point|period|condition|movement|region|layer|unit|force|sum|number|belief|principle|doctrine|right|degree|extent|distance|transfer|conversion|loss|production|exchange|transformation|formation|breakdown|removal|release|difference|ratio|proportion|percentage|total|power|collection|network|body|group|class|category|time|boundary|area|line|surface|space|structure|chemical|substance|molecule|property|phenomenon|situation|state|theory|field|discipline|philosophy|ideology|policy|rule|document|agreement|payment|price|cost|value|quantity|material|instrument|device|tool|technology|program|language|protocol|procedure|organization|institution|movement|style|form|type|kind|strategy|approach|pattern|relationship|response|reaction|sequence|cycle|series|increase|decrease|decline|rise|reduction|shift|change|absence|presence|lack|spread|use|application|placement|division|combination|mixture|arrangement|interval|gap|map|record|list|copy|version|member|person|individual|scientist|worker|official|party|company|country|animal|plant|organism|cell|tissue|organ|gland|muscle|bone|protein|enzyme|hormone|gas|liquid|rock|mineral|wave|particle|star|planet|object';

const differing =
  '(?:that|which|who|whose|where|in which|by which|through which|from which|at which|to which|on which|with which|of|for|used|designed|made|produced|caused|formed|given|based|consisting|composed|containing|between|from|to|with|in|within|into|by|by means of)';

/** What is added behind a comma is no part of the meaning; a comma of a list is. Null where it cannot be told. */
export function withoutAddition(meaning: string, isMarked: boolean): string | null {
  const added =
    /, (?=(?:which|where|who|whose|and|but|while|whereas|so|although|though|as|including|such as|making|allowing|usually|often|typically|rather|not|especially|particularly|with|or|those|like|because|since|when|if|even|also|sometimes|for example|in|by|at|on|from|the|an?|\p{L}+ing|\p{L}+ed)\b)|; |: |—| – /u.exec(
      meaning,
    );
  const list = /, [^,;:—]+,? (?:and|or) [^,;:—]+/.exec(meaning);
  const isList =
    list !== null &&
    (added === null || list.index <= added.index) &&
    !/^, (?:and|or|which|where|who|but|while)/.test(meaning.slice(list.index));
  const kept = (
    added === null || isList ? meaning.replace(/(?:; |: |—| – ).*$/u, '') : meaning.slice(0, added.index)
  ).trim();
  if (/[;:—“”"()?!]/.test(kept)) return null;
  // "a cluster of nuclei in the lobe and is comprised of …": a second predicate, cut without losing the first.
  const joined = kept.search(/ and (?:is|are|was|were|has|have|can|may) /);
  if (joined > 0) return wordCount(kept.slice(0, joined)) < 5 ? null : kept.slice(0, joined);
  // So little of a long sentence is seldom the difference.
  if (!isList && added !== null && wordCount(kept) < 7 && wordCount(meaning) - wordCount(kept) > 6)
    return null;
  // Set between two commas, it is no end: "allows some materials, such as ions, to pass".
  // ", and the bodies of both bones": a list's last part, without which the meaning is cut short.
  const behind = added === null ? '' : meaning.slice(added.index + 2);
  if (!isList && /^(?:and|or) (?!it\b|they\b|this\b|these\b|there\b)/.test(behind)) return null;
  if (added?.[0].startsWith(',') === true && !isList && /,/.test(meaning.slice(added.index + 1))) return null;
  if (!/,/.test(kept)) return kept;
  return isList || (isMarked && !/,.*,.*,.*,/.test(kept) && isList) ? kept : null;
}

export function fitsMeaning(meaning: string, isMarked: boolean): boolean {
  // A likeness is no genus, and a clause no phrase.
  if (
    /^that\b|^(?:an?|the) (?:close |distant )?(?:cousin|relative|brother|sister|twin|father|mother|counterpart)\b/.test(
      meaning,
    )
  )
    return false;
  if (breaksOff(meaning) || thatThing.test(meaning) || /^an? (?:term|word|name)\b/.test(meaning))
    return false;
  const count = wordCount(meaning);
  if (count < (isMarked ? 4 : 5) || count > 28) return false;
  if (chatty.some((pattern) => pattern.test(meaning)) || / (?:what|if|although)\b/.test(meaning))
    return false;
  // "its" and "their" may belong to the genus; anything else that points has no owner in a definition.
  const own =
    /\b(?:each|one an) ?other\b|\b(?:so|such) that\b|\b(?:even|still|again|here|there|soon|later|next|now|finally|further)\b|\bboth (?=\p{L}+ and)|\beach\b|\bothers?\b|\banother\b|\bthe same\b|\bitself\b|\bthemselves\b|\bthey\b|\bit\b|\bthem\b|\beither (?=\p{L}+ or)/giu;
  if (pointing.test(meaning.replace(own, ''))) return false;
  if (/(?:\b(?:stories|story|book|novel|king|queen|president|boy|girl)|m[ae]n)$/.test(headOf(meaning) ?? ''))
    return false;
  // "the thing that induces a response", "another of Africa’s biomes": what it is, or which ones, is not said.
  if (/^(?:an?|the|any) things?\b|\bwhatever\b|\banother of\b/.test(meaning)) return false;
  if (aboutTheText.test(meaning)) return false;
  // Praise of the kind itself; what sets it apart may well be great or strong.
  const genus = normalised(meaning).split(' ').slice(0, 4);
  if (!isMarked && genus.some((word) => evaluatives.has(word))) return false;
  if (
    /^(?:an?|the) (?:very |most |more |less |highly )?(?:useful|helpful|necessary|interesting|[\p{L}-]+ way|important|good|bad|common|popular|key|major|main|famous|best|first|last|only|example|result|reason|cause|effect|same|case|way|part|kind|type|form|matter)\b(?! (?:of|in which|by which) (?!the|this|that))/iu.test(
      meaning,
    )
  )
    return false;
  if (
    /^the (?:term|name|word)\b|^an? (?:second|third|fourth|further|larger|smaller|higher|lower|longer|shorter|thinner|thicker|newer|older|greater|lesser|simpler|more|less)\b/.test(
      meaning,
    )
  )
    return false;
  if (!isMarked && /\b(?:usually|often|sometimes|generally|typically|mostly)\b/.test(meaning)) return false;
  // "a thinner type of filament": thinner than what, another sentence says.
  if (
    /^(?:an?|the) (?:[\p{Ll}-]+ ){0,2}?(?!other|inner|outer|upper|lower|former|computer|water|paper|power|paper|silver|eager|proper|sober|tender|super|under|over|linear|never|number|order|layer|member|matter|letter|river|fiber|polymer|cancer|center|chamber|user|server|browser|computer|worker|buyer|seller|leader|marker|filter)[\p{Ll}]+er (?:type|kind|form|version|part|area|than)/u.test(
      meaning,
    )
  )
    return false;
  // "toward the face" is no thing to be named.
  if (
    /^(?:to|toward|towards|in|on|at|by|from|of|with|into|as|for|the \p{L}+ (?:began|was|were|had))\b/u.test(
      meaning,
    )
  )
    return false;
  const head = headOf(meaning);
  return head !== null && (isMarked || !metaNouns.has(head));
}

/** "a philosophy that held that elected representatives": a clause without its verb. */
function breaksOff(meaning: string): boolean {
  const at = meaning.search(
    /(?<=\b(?:hold|held|say|state|believ|argu|claim|maintain|insist|suggest)\p{L}*) that [^,]*$/u,
  );
  if (at < 0) return false;
  return !tag(meaning).some(({ pos, start }) => start > at + 1 && (pos === 'VERB' || pos === 'AUX'));
}

/** A genus with what sets it apart: a clause, a participle or a phrase behind it, or an owner before it. */
export function isGenusAndDifference(meaning: string, copula: string): boolean {
  if (/^(?:are|were)$/.test(copula))
    return /^(?:the )?(?:[\p{Ll}-]+ ){0,4}?[\p{Ll}-]+s? (?:that|which|who|whose|where|in which|by which|through which|used|made|produced|designed|composed|consisting|containing|formed|of|for|between|with)\b/u.test(
      meaning,
    );
  return new RegExp(
    `^(?:an?|the|any|one of the) (?:[\\p{L}’'-]+ ){0,5}?[\\p{L}’'-]+ ${differing} `,
    'iu',
  ).test(meaning);
}

const general =
  /^(?:people|person|thing|things|example|result|reason|problem|question|goal|aim|purpose|idea|answer|key|difference|fact|first|second|third|one|some|many|most|all|each|other|others|what|there|here|it|they|this|that|these|those|he|she|who|which|such|another|effect|effects|cause|rest|trick|point|children|women|men|students|americans|life|most people)\b/i;

export function fitsTerm(name: string, isMarked: boolean, { around }: Reading): boolean {
  if (
    general.test(name) ||
    /\b(?:this|these|those|that|his|her|its|their|our|your|and|or|of the|to)\b/i.test(name)
  )
    return false;
  if (isMarked) return true;
  if (
    normalised(name)
      .split(' ')
      .some((word) => evaluatives.has(word) || metaNouns.has(word))
  )
    return false;
  // A name is described by such a sentence, not defined.
  // A short form in capitals is a term like any other.
  if (/^\p{Lu}\p{Ll}/u.test(name) && around.opensName(name) === true) return false;
  const tokens = tag(around.uncapitalised(name));
  return tokens.every(({ pos }) => ['NOUN', 'ADJ', 'VERB', 'PROPN'].includes(pos));
}

export const genusOpening = new RegExp(`^(?:the|an?) (?:[\\p{L}-]+ ){0,4}?(?:${genera})\\b`, 'iu');

/** "a tea whose leaves are …", "a drink made from …": any genus, with a difference that only a definition gives. */
const setApart =
  /^(?:an?|any) (?:[\p{Ll}’'-]+ ){0,3}?[\p{Ll}’'-]+ (?:that|which|who|whose|in which|by which|through which|for which|made (?:from|of|by|up of)|composed of|consisting of|used (?:to|for|in|by)|designed (?:to|for)|formed (?:by|from|when)|produced by|caused by) /u;
const pluralApart =
  /^(?:[\p{Ll}-]+ ){0,3}?[\p{Ll}-]+s (?:that|which|who|whose|in which|by which|through which|made (?:from|of|by|up of)|used (?:to|for|in|by)|designed (?:to|for)|produced by|composed of|consisting of|containing|formed (?:by|from)) /u;

/** One thing of its kind is singled out, not the kind explained. */
export const superlative =
  /^the (?:result|product|case|reason|cause|basis|source|key|home|capital|leader|founder|author|center|centre|heart|most|first|last|largest|only|[\p{Ll}]+est)\b/u;

/** Not one thing spoken of, but any of its kind: "A bloc is a …", "Inflation is a …", "Enzymes are proteins that …". */
export function isGeneral(article: string, name: string, meaning: string, copula: string): boolean {
  // Any noun describes ("is a threat that …"); only a genus defines, be it the term's own ("green tea is a tea …").
  const genus = headOf(meaning);
  if (genus === null || /^(?:form|kind|type|part|source|one)$/.test(genus)) return false;
  if (kindOfGenus(genus) === null && !name.toLowerCase().endsWith(genus)) return false;
  if (/^(?:are|were)$/i.test(copula))
    return article === '' && numberOf(name) === 'plural' && pluralApart.test(meaning);
  // "DNS" ends in an s and is one.
  const isPlural = /\p{Ll}$/u.test(name) && numberOf(name) === 'plural';
  if (!/^(?:an?|the|any|one of the) /.test(meaning) || isPlural) return false;
  if (/^an?$/i.test(article)) return genusOpening.test(meaning) || setApart.test(meaning);
  if (article !== '') return false;
  return setApart.test(meaning) || (genusOpening.test(meaning) && !superlative.test(meaning));
}
