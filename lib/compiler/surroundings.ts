import { contentStems, words } from '#lib/text/terms.ts';
import type { CompileContext } from './context.ts';
import { kindOf } from './extraction/kinds.ts';
import type { Surroundings } from './frames/frame.ts';
import { countriesIn } from './lexicon/countries.ts';
import { findPeople, type Person } from './people.ts';
import { normalised } from './wording.ts';

/** So many sentences before it may have introduced what a sentence calls "the plan". */
const reach = 6;

/** "the follicle is", "a follicle." */
const bareNoun =
  /\b[Tt]he ([\p{Ll}-]+)(?= (?:is|are|was|were|has|can|that|which|of|and|or|in|to|by)\b|[.,;])/gu;

/** So many of a text's sentences name a year where its subject is what happened when. */
const historical = 0.2;

/** Whoever is named further away belongs to another part of the story. */
const nearby = 12;

/** A word that stands in so many sentences is what the document is about. */
const often = 2;

/** What the sentences of a document can know of each other: one look over the whole text for all of them. */
export class DocumentWords {
  private readonly context: CompileContext;
  private readonly small = new Set<string>();
  private readonly inner = new Set<string>();
  private readonly terms = new Set<string>();
  private readonly people: readonly Person[];
  private readonly kinds = new Map<string, readonly string[]>();
  private readonly alone = new Set<string>();
  private dated = 0;
  private readonly counts = new Map<string, number>();

  constructor(context: CompileContext) {
    this.context = context;
    const { text, marked } = context.document;
    for (const sentence of context.sentences) {
      const own = text.slice(sentence.start, sentence.end);
      if (/\b(?:1\d{3}|20\d{2})\b/.test(own)) this.dated += 1;
      for (const [, noun = ''] of own.matchAll(bareNoun)) this.alone.add(noun);
      for (const stem of contentStems(own)) this.counts.set(stem, (this.counts.get(stem) ?? 0) + 1);
      const [, ...rest] = words(own);
      for (const word of rest) {
        if (/^\p{Ll}/u.test(word)) this.small.add(word);
        else if (/^\p{Lu}/u.test(word)) this.inner.add(word);
      }
    }
    for (const { quote } of marked) this.terms.add(normalised(quote));
    this.people = findPeople(context);
  }

  around(sentenceIndex: number): Surroundings {
    return {
      earlier: this.earlier(sentenceIndex),
      isTerm: (phrase) => this.terms.has(normalised(phrase)),
      uncapitalised: (text) => this.uncapitalised(text),
      opensName: (text) => this.opensName(text),
      isTopic: (phrase) => [...contentStems(phrase)].some((stem) => (this.counts.get(stem) ?? 0) >= often),
      recurs: (phrase) => {
        const stems = [...contentStems(phrase)];
        return stems.length > 0 && stems.every((stem) => (this.counts.get(stem) ?? 0) >= often);
      },
      usesAlone: (noun) => this.alone.has(noun.toLowerCase()),
      tellsHistory: this.dated >= historical * this.context.sentences.length,
      kindsOf: (noun) => this.kindsOf(noun),
      isInHeading: (words) => this.isInHeading(words, sentenceIndex),
      people: this.people,
      personCalled: (words) =>
        this.people.find(({ name, surname }) => words === name || words === surname) ?? null,
      otherPeople: () => this.otherPeople(sentenceIndex),
    };
  }

  private earlier(at: number): string[] {
    const { sentences, document } = this.context;
    const own = sentences[at]?.sectionIndex;
    return sentences
      .slice(Math.max(0, at - reach), at)
      .filter((sentence) => sentence.sectionIndex === own)
      .map((sentence) => document.text.slice(sentence.start, sentence.end));
  }

  /** Found when first asked for: few documents set kinds beside each other, and none needs all its nouns. */
  private kindsOf(noun: string): readonly string[] {
    const known = this.kinds.get(noun);
    if (known !== undefined) return known;
    const { sentences, document } = this.context;
    const pattern = new RegExp(`(?<![\\p{L}-])((?:[\\p{L}-]+ ){1,3}?)${noun}(?![\\p{L}-])`, 'gu');
    const counts = new Map<string, number>();
    for (const { start, end } of sentences) {
      if (end - start > 1000) continue;
      for (const [whole] of document.text.slice(start, end).replace(/\s+/g, ' ').matchAll(pattern)) {
        const words = whole.split(' ');
        // The shortest run of describing words: "while killer T cells" is no kind.
        for (let from = 0; from < words.length - 1; from += 1) {
          const kind = kindOf(words.slice(from).join(' '));
          if (kind === null) continue;
          counts.set(kind.whole, (counts.get(kind.whole) ?? 0) + 1);
          break;
        }
      }
    }
    const found = [...counts].filter(([, count]) => count > 1).map(([kind]) => kind);
    this.kinds.set(noun, found);
    return found;
  }

  private isInHeading(words: string, at: number): boolean {
    const { document, sections, sentences } = this.context;
    const own = sections[sentences[at]?.sectionIndex ?? -1]?.title ?? '';
    return `${document.title} ${own}`.toLowerCase().includes(words.toLowerCase());
  }

  private otherPeople(at: number): Person[] {
    const { sentences } = this.context;
    const section = sentences[at]?.sectionIndex;
    const distance = ({ sentences: named }: Person) =>
      Math.min(
        ...[...named]
          .filter((sentence) => sentences[sentence]?.sectionIndex === section)
          .map((sentence) => Math.abs(sentence - at)),
      );
    return this.people
      .map((person) => ({ person, far: distance(person) }))
      .filter(({ far }) => far > 1 && far <= nearby)
      .sort((a, b) => a.far - b.far || (a.person.name < b.person.name ? -1 : 1))
      .map(({ person }) => person);
  }

  /** Its first word opens a name if the document writes it large inside a sentence, and never small. */
  private opensName(text: string): boolean | null {
    const [first = ''] = words(text);
    if (/^\p{Ll}/u.test(first)) return false;
    if (!/^\p{Lu}\p{Ll}*(?:[-’'][\p{L}]+)*$/u.test(first) || !text.startsWith(first)) return true;
    if (functionWord.test(first)) return false;
    const small = this.small.has(first.charAt(0).toLowerCase() + first.slice(1));
    const inner = this.inner.has(first);
    // "New York City", "Great Britain": a capital behind it makes it part of a name.
    if (/^ (?:of )?\p{Lu}/u.test(text.slice(first.length)) && !(small && !inner)) return true;
    if (small) return false;
    if (inner || countriesIn(first).length > 0) return true;
    // A word seen nowhere else: endings that names do not have, and plurals, are believed.
    return commonEnding.test(first) || /[^suiy]s$|[^aeiou]ies$/.test(first) ? false : null;
  }

  private uncapitalised(text: string): string {
    return this.opensName(text) === false ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  }
}

const functionWord =
  /^(?:The|A|An|In|On|At|By|For|From|With|During|Under|Over|After|Before|Between|Among|Within|Unlike|Many|Most|Some|Few|Several|All|Every|No|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|One|Because|While|Although|When|If)$/;
const commonEnding =
  /(?:tion|tions|ment|ments|ness|ity|ities|ance|ance|ence|ences|ship|ships|ing|ers|ors|isms?|ists|ies|ous|al|ive|ic|ary|ure|ures|sis|ses|ent|ents|ants?|age|ages|ogy|ogies|cells?|systems?|able|ible|less|ful)$/;
