import { z } from 'zod';
import { hash64 } from '#lib/text/fingerprint.ts';
import { findDefinition } from '../extraction/definitions.ts';
import { findNaming } from '../extraction/namings.ts';
import { kindOfGenus } from '../lexicon/genera.ts';
import { nearSynonyms } from '../lexicon/near-synonyms.ts';
import { headOf, numberOf } from '../noun-phrase.ts';
import { normalised, option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import {
  falseStatement,
  foilAnswers,
  foilStatements,
  rivalAnswers,
  single,
  trueStatement,
  written,
} from './drafting.ts';
import type { Bank, FramedClaim, ItemDraft } from './frame.ts';
import { seal } from './frame.ts';

/**
 * term: NP without article; meaning: NP of genus and difference ("the right of a country to …");
 * opening: how a sentence of the text itself begins the definition ("a bloc is"), where one does;
 * naming: a sentence of the text up to the term that ends it ("the molecule on which an enzyme acts is called its"),
 * where its description is no phrase of its own: `meaning` then repeats it.
 */
const parts = z.object({
  term: z.string().min(1),
  meaning: z.string().min(1),
  opening: z.string().min(1).optional(),
  naming: z.string().min(1).optional(),
});
type DefinitionParts = z.infer<typeof parts>;

/** Fewer other terms of the same kind leave too little to choose from. */
const fewestTerms = 3;
/** So many letters in one stretch are noticed. */
const telling = 5;
const fewestUnconfirmedTerms = 2;

export const definition = seal<DefinitionParts>({
  type: 'definition',
  parts,
  asked: askedPart.definition,
  extract: (reading) => {
    const found = findDefinition(reading);
    return found.length > 0 ? found : findNaming(reading);
  },
  text: says,

  ask(claim, parts, bank) {
    const { term, meaning, naming } = parts;
    if (naming !== undefined) return [nameAtTheEnd(claim, term, naming)];
    const termOf = (rival: FramedClaim) => String(rival.parts.term);
    const sameNumber = (rival: FramedClaim) =>
      isPlural(termOf(rival)) === isPlural(term) ? option(termOf(rival)) : null;
    const about = (rival: FramedClaim) => `of “${termOf(rival)}”`;
    const otherMeanings = [
      ...foilAnswers(claim, option),
      // A plural among singulars is seen to be the meaning of a plural term.
      ...rivalAnswers(
        claim,
        bank,
        (rival) =>
          claim.origin !== 'extracted' ||
          (isPlural(termOf(rival)) === isPlural(term) && couldMislead(rival, claim))
            ? option(String(rival.parts.meaning))
            : null,
        about,
      ),
    ];
    const drafts: ItemDraft[] = [
      ...meaningStems(claim, term).map((stem) =>
        single('definition/meaning', claim, stem, option(meaning), otherMeanings),
      ),
      written(
        'definition/recall',
        'short',
        claim,
        isName(term) ? `What is the name of ${theOne(meaning)}?` : `What is the term for ${meaning}?`,
        acceptedForms(claim, term, meaning),
      ),
      trueStatement('definition/statement', claim, stated(parts, meaning)),
      ...foilStatements('definition/statement', claim, (foil) => stated(parts, foil)),
      // Another term's meaning is easily told from this one's: only where no person wrote a nearer one.
      ...bank
        .rivals(claim)
        .filter(
          (rival) =>
            sameNumber(rival) !== null &&
            sameCopula(rival, parts) &&
            (claim.origin !== 'extracted' || couldMislead(rival, claim)),
        )
        .slice(0, claim.foils.length === 0 ? 2 : 0)
        .map((rival) =>
          falseStatement(
            'definition/statement',
            claim,
            stated(parts, String(rival.parts.meaning)),
            `What is described here is “${termOf(rival)}”.`,
          ),
        ),
    ];
    drafts.push(...cloze(claim, term, meaning), ...whichTerm(claim, { term, meaning }, bank));
    return drafts;
  },
});

/** Each could be said in the other's sentence: "is a …" does not go on as "are … that" does. */
function sameCopula(rival: FramedClaim, { opening }: DefinitionParts): boolean {
  const last = (words: unknown) => (typeof words === 'string' ? (words.split(' ').at(-1) ?? '') : '');
  return last(rival.parts.opening) === last(opening);
}

/** The text's own sentence, without the name that ends it. */
function nameAtTheEnd(claim: FramedClaim, term: string, naming: string): ItemDraft {
  const stem = `Complete the sentence: ${option(naming)} ____.`;
  return written('definition/naming', 'cloze', claim, stem, acceptedForms(claim, term, naming));
}

function says({ term, meaning, opening, naming }: DefinitionParts): string {
  if (naming !== undefined) return sentence(`${naming} ${term}`);
  return opening === undefined
    ? `In this lesson, “${term}” means ${meaning}`
    : sentence(`${opening} ${meaning}`);
}

/** That the term means this, as a statement to be judged. */
function stated(parts: DefinitionParts, meaning: string): string {
  const statement = says({ ...parts, meaning });
  return parts.opening === undefined
    ? sentence(statement)
    : sentence(`According to the lesson, ${parts.opening} ${meaning}`);
}

/**
 * "Which term …?" only where three other terms, taught by then, mean a thing of the same kind: a right or an
 * ability is seen at once not to be a group of states.
 */
function whichTerm(claim: FramedClaim, { term, meaning }: DefinitionParts, bank: Bank): ItemDraft[] {
  const rivals = rivalAnswers(
    claim,
    bank,
    (rival) =>
      isPlural(String(rival.parts.term)) === isPlural(term) &&
      // In a text that nobody has worked through, its terms are asked beside each other, whatever their kind.
      (claim.origin === 'extracted'
        ? couldMislead(rival, claim)
        : rival.lessonIndex <= claim.lessonIndex && sameKind(String(rival.parts.meaning), meaning))
        ? option(String(rival.parts.term))
        : null,
    (rival) => `of something else: ${String(rival.parts.meaning)}`,
  );
  if (rivals.length < (claim.origin === 'extracted' ? fewestUnconfirmedTerms : fewestTerms)) return [];
  const stem = `Which term does the lesson use for ${meaning}?`;
  return [single('definition/term', claim, stem, option(term), rivals)];
}

/** Terms of a text that nobody has worked through may stand beside each other if they are things of one kind. */
function couldMislead(rival: FramedClaim, claim: FramedClaim): boolean {
  const [term, meaning] = [String(claim.parts.term), String(claim.parts.meaning)];
  const other = String(rival.parts.meaning);
  // Named where the answer stands, it is as near to the question as the answer is.
  if (normalised(claim.evidence.quote).includes(normalised(String(rival.parts.term)))) return false;
  // An option that holds the term itself rules itself out.
  if (normalised(other).includes(normalised(term))) return false;
  const [a, b] = [headOf(meaning), headOf(other)];
  if (a === null || b === null || echoes(term, meaning)) return false;
  const [one, two] = [kindOfGenus(a), kindOfGenus(b)];
  return a === b || (one !== null && one === two);
}

/** "symporters" and "transporters": a stretch of letters in both tells one by the other. */
function echoes(term: string, meaning: string): boolean {
  const letters = normalised(term).replace(/ /g, '');
  const words = normalised(meaning).split(' ');
  for (let at = 0; at + telling <= letters.length; at += 1) {
    const stretch = letters.slice(at, at + telling);
    if (words.some((word) => word.includes(stretch))) return true;
  }
  return false;
}

/** Two meanings of one genus: "the ability to …" beside "the ability of …". */
function sameKind(one: string, other: string): boolean {
  const [a, b] = [headOf(one), headOf(other)];
  if (a === null || b === null) return false;
  return a === b || nearSynonyms.some((set) => set.includes(a) && set.includes(b));
}

/** "The term for … is ____." A meaning with a clause behind a comma would need another comma: not asked so. */
function cloze(claim: FramedClaim, term: string, meaning: string): ItemDraft[] {
  if (/,(?! [^,]+ and [^,]+$)/.test(meaning)) return [];
  const asked = isName(term) ? `The name of ${theOne(meaning)}` : `The term for ${meaning}`;
  const stem = `Complete the sentence: ${asked} is ____.`;
  return [written('definition/cloze', 'cloze', claim, stem, acceptedForms(claim, term, meaning))];
}

/**
 * Three ways to ask the same, the first by a hash of the claim: a glossary of ten terms is not ten times one
 * sentence. The others are for terms that share a word ("world order", "multipolar world").
 */
function meaningStems(claim: FramedClaim, term: string): string[] {
  const stems = [
    `What does the lesson mean by “${term}”?`,
    // A treaty or a doctrine is described, not defined.
    isName(term)
      ? `Which of these, according to the lesson, is the meaning of “${term}”?`
      : `How does the lesson define “${term}”?`,
    `Which of these is the meaning of “${term}” here?`,
  ];
  const first = hash64([claim.id]).high % stems.length;
  return [...stems.slice(first), ...stems.slice(0, first)];
}

/** "Convention of Constantinople", "Eisenhower doctrine": what bears it is one thing. An abbreviation does not tell. */
function isName(term: string): boolean {
  return /^\p{Lu}\p{Ll}+ \S/u.test(term);
}

/** "an agreement under which …" → "the agreement under which …" */
function theOne(meaning: string): string {
  return meaning.replace(/^an? /, 'the ');
}

function isPlural(phrase: string): boolean {
  return numberOf(phrase) === 'plural';
}

/** The term as people type it: with or without article and hyphen, in the other spelling, in the other number. */
export function acceptedForms(claim: FramedClaim, term: string, meaning: string): string[] {
  // "a region in which" can be counted, "the ability to" cannot.
  const counted = /^an? /.test(meaning);
  const forms = [term, ...claim.acceptAlso];
  const more = forms.flatMap((form) => [
    form.replace(/-/g, ' '),
    form.replace(/-/g, ''),
    form.replace(/isation\b/g, 'ization'),
    form.replace(/ization\b/g, 'isation'),
    form.replace(/izing\b/g, 'ising'),
  ]);
  const all = [...forms, ...more];
  const numbered = all.flatMap((form) =>
    isPlural(form) || (form === term && / are$/.test(String(claim.parts.opening ?? '')))
      ? [form, singularOf(form)]
      : [
          form,
          counted &&
          /^[a-z\s-]+$/.test(form) &&
          !/(?:ism|ity|ness|ence|ation|ing|age|s|y|a|is|us|um|x)$/.test(form) &&
          !/ of /.test(form)
            ? `${form}s`
            : form,
        ],
  );
  const seen = new Set<string>();
  return [...all.slice(0, 1), ...numbered].filter((form) => {
    const key = form.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** "synapses" → "synapse", "lenses" and "viruses" → "lens" and "virus": one ending is taken off, not two. */
function singularOf(plural: string): string {
  if (/ies$/.test(plural)) return plural.replace(/ies$/, 'y');
  if (/(?:ss|x|z|ch|sh|us|ns)es$/.test(plural)) return plural.slice(0, -2);
  return plural.replace(/(?<!s)s$/, '');
}
