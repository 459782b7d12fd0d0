import compromise from 'compromise/two';
import model from 'wink-eng-lite-web-model';
import type { WinkMethods } from 'wink-nlp';
import winkNLP from 'wink-nlp';

/** Universal part-of-speech tags, as wink's lite English model gives them. */
export type PartOfSpeech = string;

/** A word or mark of a text; `text === source.slice(start, end)`. */
export type Token = {
  text: string;
  lower: string;
  lemma: string;
  pos: PartOfSpeech;
  start: number;
  end: number;
};

// Made on first use: loading the model takes a tenth of a second that a reader of finished courses need not pay.
let wink: WinkMethods | null = null;

function tagger(): WinkMethods {
  wink ??= winkNLP(model, ['sbd', 'pos']);
  return wink;
}

/**
 * The tokens of one sentence or phrase with their tags. Hyphenated words are one token, and tags that
 * contradict the words beside them are put right. Empty when the offsets cannot be trusted.
 */
export function tag(text: string): readonly Token[] {
  const known = tagged.get(text);
  if (known !== undefined) return known;
  const tokens = tagOnce(text);
  // Parts of claims come back in many drafts; a long document's sentences come once.
  if (tagged.size >= mostTagged) tagged.clear();
  tagged.set(text, tokens);
  return tokens;
}

const tagged = new Map<string, readonly Token[]>();
const mostTagged = 4000;

function tagOnce(text: string): Token[] {
  const { its } = tagger();
  const tokens = tagger().readDoc(text).tokens();
  const values: string[] = tokens.out();
  const positions: string[] = tokens.out(its.pos);
  // wink's types name the helper's third argument differently from the caller's; at run time they agree.
  const lemmas: string[] = tokens.out(its.lemma as unknown as typeof its.value);
  const out: Token[] = [];
  let at = 0;
  for (const [index, value] of values.entries()) {
    const start = text.indexOf(value, at);
    // Only white space may lie between two tokens, or the tags belong to other words.
    if (start < 0 || text.slice(at, start).trim() !== '') return [];
    at = start + value.length;
    out.push({
      text: value,
      lower: value.toLowerCase(),
      lemma: (lemmas[index] ?? value).toLowerCase(),
      pos: positions[index] ?? 'X',
      start,
      end: at,
    });
  }
  return retag(mergeHyphens(text, out));
}

function mergeHyphens(text: string, tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    const joined = last !== undefined && last.end === token.start;
    const afterHyphen = last !== undefined && /[-–‑]$/.test(last.text) && last.text.length > 1;
    if (
      last !== undefined &&
      joined &&
      (/^[-–‑]$/.test(token.text) || (afterHyphen && /^[\p{L}\d]/u.test(token.text)))
    ) {
      const merged = text.slice(last.start, token.end);
      const pos = afterHyphen
        ? token.pos === 'VERB' && /ed$/.test(token.lower)
          ? 'ADJ'
          : token.pos
        : last.pos;
      out[out.length - 1] = {
        ...last,
        text: merged,
        lower: merged.toLowerCase(),
        lemma: merged.toLowerCase(),
        pos,
        end: token.end,
      };
    } else out.push(token);
  }
  return out;
}

const openers = new Set(['DET', 'NUM', 'ADJ']);
const nominal = new Set(['NOUN', 'PROPN', 'ADJ']);
const possessives = new Set(['its', 'their', 'his', 'her', 'our', 'your', 'my', 'own', "'s", '’s']);

/** A verb cannot stand between a determiner and a noun; a determiner's noun cannot be a verb. */
function retag(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const before = out.at(-1);
    const after = tokens[index + 1];
    let pos = token.pos;
    if (token.lower === "'s" || token.lower === '’s') pos = token.pos === 'AUX' ? 'AUX' : 'PART';
    const opened =
      before !== undefined &&
      (openers.has(before.pos) || possessives.has(before.lower)) &&
      before.lower !== 'that';
    // "Robert Fortune smuggled seeds": behind a name, a past form before its object is the verb.
    if (
      pos === 'ADJ' &&
      before?.pos === 'PROPN' &&
      /ed$/.test(token.lower) &&
      after !== undefined &&
      ['NOUN', 'DET', 'PROPN'].includes(after.pos)
    )
      pos = 'VERB';
    // "were ships that": what a relative clause follows is a noun.
    if (
      pos === 'VERB' &&
      before?.pos === 'AUX' &&
      /[^s]s$/.test(token.lower) &&
      /^(?:that|which|who)$/.test(after?.lower ?? '')
    )
      pos = 'NOUN';
    if (pos === 'VERB' && opened) pos = after !== undefined && nominal.has(after.pos) ? 'ADJ' : 'NOUN';
    // "Shared grievances", "growing defence industry": a participle that opens a phrase describes its noun.
    const opens =
      before === undefined || before.pos === 'ADP' || before.pos === 'CCONJ' || before.lower === ',';
    if (pos === 'VERB' && opens && /ed$/.test(token.lower) && after !== undefined && nominal.has(after.pos))
      pos = 'ADJ';
    // "more nuanced": an adverb of degree goes with an adjective.
    if (
      pos === 'VERB' &&
      before !== undefined &&
      /^(?:more|less|most|very|increasingly)$/.test(before.lower) &&
      /ed$/.test(token.lower)
    )
      pos = 'ADJ';
    out.push(pos === token.pos ? token : { ...token, pos });
  }
  return out;
}

/** The second vote: where compromise sees the first verb of a clause, as an offset into it; null for none. */
export function firstVerbByCompromise(text: string): number | null {
  const terms: { text: string; tags: string[]; offset: { start: number } }[] = compromise(text)
    .json({ offset: true, terms: { tags: true, offset: true } })
    .flatMap(
      (sentence: { terms: { text: string; tags: string[]; offset: { start: number } }[] }) => sentence.terms,
    );
  const found = terms.find(
    ({ tags }) =>
      tags.includes('Verb') &&
      !tags.includes('Gerund') &&
      !tags.includes('Infinitive_') &&
      !tags.includes('Participle'),
  );
  return found === undefined ? null : found.offset.start;
}
