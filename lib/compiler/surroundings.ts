import { words } from '#lib/text/terms.ts';
import type { CompileContext } from './context.ts';
import type { Surroundings } from './frames/frame.ts';
import { normalised } from './wording.ts';

/** So many sentences before it may have introduced what a sentence calls "the plan". */
const reach = 6;

/** What the sentences of a document can know of each other: one look over the whole text for all of them. */
export class DocumentWords {
  private readonly context: CompileContext;
  private readonly small = new Set<string>();
  private readonly inner = new Set<string>();
  private readonly terms = new Set<string>();

  constructor(context: CompileContext) {
    this.context = context;
    const { text, marked } = context.document;
    for (const sentence of context.sentences) {
      const [, ...rest] = words(text.slice(sentence.start, sentence.end));
      for (const word of rest) {
        if (/^\p{Ll}/u.test(word)) this.small.add(word);
        else if (/^\p{Lu}/u.test(word)) this.inner.add(word);
      }
    }
    for (const { quote } of marked) this.terms.add(normalised(quote));
  }

  around(sentenceIndex: number): Surroundings {
    return {
      earlier: this.earlier(sentenceIndex),
      isTerm: (phrase) => this.terms.has(normalised(phrase)),
      uncapitalised: (text) => this.uncapitalised(text),
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

  /** Its first word is a name's unless the document writes it small, or never large inside a sentence. */
  private uncapitalised(text: string): string {
    const [first = ''] = words(text);
    if (!/^\p{Lu}\p{Ll}*(?:[-’'][\p{L}]+)*$/u.test(first) || !text.startsWith(first)) return text;
    // "New York City", "Great Britain": a capital behind it makes it part of a name.
    const small = first.charAt(0).toLowerCase() + first.slice(1);
    const isCommon = functionWord.test(first) || (this.small.has(small) && !this.inner.has(first));
    if (!isCommon && /^ (?:of )?\p{Lu}/u.test(text.slice(first.length))) return text;
    const common = functionWord.test(first) || this.small.has(small) || !this.inner.has(first);
    // A word seen nowhere else may be a name: only endings that names do not have are believed.
    const sure = functionWord.test(first) || this.small.has(small) || commonEnding.test(first);
    return common && sure ? small + text.slice(first.length) : text;
  }
}

const functionWord =
  /^(?:The|A|An|In|On|At|By|For|From|With|During|Under|Over|After|Before|Between|Among|Within|Unlike|Many|Most|Some|Few|Several|All|Every|No|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|One|Because|While|Although|When|If)$/;
const commonEnding =
  /(?:tion|tions|ment|ments|ness|ity|ities|ance|ance|ence|ences|ship|ships|ing|ers|ors|isms?|ists|ies|ous|al|ive|ic|ary|ure|ures|sis|ses|ent|ents|ants?|age|ages|ogy|ogies|cells?|systems?)$/;
