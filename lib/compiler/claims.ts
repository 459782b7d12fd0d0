import type { Diagnostic, Span } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import { fingerprint } from '#lib/text/fingerprint.ts';
import { contentStems } from '#lib/text/terms.ts';
import type { ConfirmedFrame, Foil } from './claims-file.ts';
import type { CompileContext } from './context.ts';
import { proposeLoosely } from './extraction/loosely.ts';
import { contraryOf } from './extraction/opposite.ts';
import type { FramedClaim, Reading } from './frames/frame.ts';
import { frameOf, frames } from './frames/registry.ts';
import { DocumentWords } from './surroundings.ts';
import { normalised } from './wording.ts';

/**
 * The claims of a document: the frames that a person confirmed, found by their quotation, and those that
 * rules find in sentences that no person has decided on. A confirmed frame that cannot be found is reported.
 */
export function findClaims(context: CompileContext): { claims: FramedClaim[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const claims: FramedClaim[] = [];
  const settled = new Set<NumberedSentence>();
  const rejected = new Map<NumberedSentence, Set<string>>();
  const seen = new Set<string>();
  const known = new Set((context.claimsFile?.claims ?? []).map((frame) => frame.id));
  const extracted = extractClaims(context);
  const extractedIds = new Set(extracted.map((claim) => claim.id));
  /** What the file proposes as the rules do: it is theirs, also beside a frame that a person confirmed. */
  const proposed = new Set<string>();

  for (const frame of context.claimsFile?.claims ?? []) {
    // What a model or a loose rule proposed counts for nothing until a person has decided on it.
    const isGuess = frame.confidence < sure && !extractedIds.has(frame.id);
    if (frame.status === 'proposed' && (frame.model !== undefined || isGuess)) continue;
    const place = locate(context, frame);
    if ('code' in place) {
      // What was rejected asks nothing: that its sentence is gone loses nothing.
      if (frame.status === 'rejected') continue;
      diagnostics.push(frame.status === 'proposed' ? { ...place, severity: 'info' } : place);
      if (frame.status === 'proposed') proposed.add(frame.id);
      continue;
    }
    if (frame.status === 'rejected') {
      for (const sentence of place.sentences)
        rejected.set(sentence, (rejected.get(sentence) ?? new Set()).add(frame.type));
      continue;
    }
    const claim = framedClaim(context, frame, place);
    if (frame.status === 'proposed' && extractedIds.has(claim.id)) {
      proposed.add(claim.id);
      continue;
    }
    if (seen.has(claim.id) || seen.has(frame.id)) {
      diagnostics.push(
        report('frame-repeated', `Frame ${frame.id} says what another frame says already.`, place.span),
      );
      continue;
    }
    seen.add(claim.id).add(frame.id);
    for (const other of frame.alsoTrueOf.filter((id) => !known.has(id))) {
      diagnostics.push(
        report(
          'unknown-frame',
          `Frame ${frame.id} is also true of ${other}, which is not in the file.`,
          place.span,
        ),
      );
    }
    if (frame.status !== 'proposed') for (const sentence of place.sentences) settled.add(sentence);
    claims.push(claim);
  }

  for (const claim of extracted) {
    const [sentence] = claim.sentences;
    if (sentence === undefined) continue;
    const decided =
      known.has(claim.id) || settled.has(sentence) || rejected.get(sentence)?.has(claim.type) === true;
    if (decided && !proposed.has(claim.id)) continue;
    if (seen.has(claim.id)) continue;
    seen.add(claim.id);
    claims.push(claim);
  }
  claims.sort((a, b) => a.evidence.start - b.evidence.start || (a.id < b.id ? -1 : 1));
  return { claims, diagnostics };
}

type Place = { span: Span; sentences: NumberedSentence[] };

function locate(context: CompileContext, frame: ConfirmedFrame): Place | Diagnostic {
  const { text } = context.document;
  const start = text.indexOf(frame.evidence);
  if (start < 0)
    return report(
      'evidence-not-found',
      `Frame ${frame.id}: its evidence does not stand in the document.`,
      null,
      'error',
    );
  const span = { start, end: start + frame.evidence.length, quote: frame.evidence };
  if (text.includes(frame.evidence, start + 1)) {
    return report(
      'evidence-not-unique',
      `Frame ${frame.id}: its evidence stands in the document more than once.`,
      span,
      'error',
    );
  }
  const sentences = context.sentences.filter(
    (sentence) => sentence.start < span.end && sentence.end > span.start,
  );
  if (sentences.length === 0) {
    return report(
      'evidence-outside-text',
      `Frame ${frame.id}: its evidence lies outside the sentences of any lesson.`,
      span,
      'error',
    );
  }
  const fault = frameOf(frame.type).fault(frame.parts);
  if (fault !== null) return report('frame-malformed', `Frame ${frame.id}: ${fault}`, span, 'error');
  return { span, sentences };
}

function framedClaim(
  context: CompileContext,
  frame: ConfirmedFrame,
  { span, sentences }: Place,
): FramedClaim {
  const lessonIndex = sentences[0]?.sectionIndex ?? 0;
  return {
    id: claimId(frame.type, frame.parts, span.quote),
    lessonId: context.lessons[lessonIndex]?.id ?? '',
    type: frame.type,
    parts: frame.parts,
    origin: originOf(frame),
    confidence: frame.status === 'proposed' ? frame.confidence : 1,
    label: frame.label,
    attribution: frame.attribution,
    text: frameOf(frame.type).text(frame.parts),
    salience: frame.salience,
    evidence: span,
    frameId: frame.id,
    alsoTrueOf: frame.alsoTrueOf,
    foils: frame.foils,
    acceptAlso: frame.acceptAlso,
    sentences,
    sentenceIndex: sentences[0] === undefined ? -1 : context.sentences.indexOf(sentences[0]),
    lessonIndex,
  };
}

/** Whose a frame of the file is: what a model proposed stays the model's when a person has approved it. */
function originOf({ status, model }: ConfirmedFrame): FramedClaim['origin'] {
  if (status === 'proposed') return 'extracted';
  return model === undefined ? 'confirmed' : 'model';
}

/** Survives edits elsewhere: it depends on what is claimed and on the quotation, not on where that stands. */
export function claimId(type: string, parts: FramedClaim['parts'], quote: string): string {
  const flat = Object.keys(parts)
    .sort()
    .flatMap((name) => [name, ...[parts[name] ?? ''].flat()]);
  return fingerprint('k', type, ...flat, normalised(quote));
}

function extractClaims(context: CompileContext): FramedClaim[] {
  const { text, marked } = context.document;
  const weights = stemWeights(context);
  const documentWords = new DocumentWords(context);
  const marks = [...marked].sort((a, b) => a.start - b.start);
  let mark = 0;
  return context.sentences.flatMap((sentence, sentenceIndex) => {
    const words = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
    while ((marks[mark]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) mark += 1;
    const marksInside: Span[] = [];
    for (let next = mark; (marks[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end; next += 1) {
      const span = marks[next];
      if (span !== undefined) marksInside.push(span);
    }
    // A sentence broken over lines by its format has no clean phrases at known places; quotations speak for others.
    if (words.length > 400 || context.document.blocks[sentence.blockIndex]?.kind === 'quote') return [];
    const reading: Reading = {
      text: words,
      marked: marksInside.map((span) => span.quote),
      around: documentWords.around(sentenceIndex),
    };
    const claims: FramedClaim[] = [];
    for (const frame of frames) {
      // One claim for each sentence; beside a relation, what may be asked at once is looked for as well.
      if (claims.length > 0 && !plainlyAsked.has(frame.type)) continue;
      const [found] = frame.extract(reading);
      if (found === undefined || frame.fault(found.parts) !== null) continue;
      if (claims.length > 0 && frame.type === 'property' && found.parts.asked === undefined) continue;
      const from = context.sentences[sentenceIndex - (found.reach ?? 0)] ?? sentence;
      // A stretch over two paragraphs is no evidence that can be shown in one place.
      if (from.blockIndex !== sentence.blockIndex) continue;
      const quote = text.slice(from.start, sentence.end);
      claims.push({
        id: claimId(frame.type, found.parts, quote),
        lessonId: context.lessons[sentence.sectionIndex]?.id ?? '',
        type: frame.type,
        parts: found.parts,
        origin: 'extracted' as const,
        confidence: found.confidence,
        label: found.label,
        attribution: found.attribution,
        text: frame.text(found.parts),
        salience: salienceOf(words, weights),
        evidence: { start: from.start, end: sentence.end, quote },
        frameId: null,
        alsoTrueOf: [],
        foils: found.foils ?? contraryFoils(frame.type, found.parts[frame.asked]),
        acceptAlso: found.acceptAlso ?? [],
        sentences: from === sentence ? [sentence] : [from, sentence],
        sentenceIndex,
        lessonIndex: sentence.sectionIndex,
      });
      if (plainlyAsked.has(frame.type)) break;
    }
    return claims;
  });
}

/** The rules' claims are surer than this; what is proposed for a person to mend is less. */
const sure = 0.8;
const loose = 0.5;

/** What the sentences without a claim seem to say, the parts as they stand. */
export function looseClaims(context: CompileContext, claims: readonly FramedClaim[]): FramedClaim[] {
  const { text, blocks } = context.document;
  const weights = stemWeights(context);
  const documentWords = new DocumentWords(context);
  const settled = new Set(claims.flatMap((claim) => claim.sentences));
  return context.sentences.flatMap((sentence, sentenceIndex) => {
    const words = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
    if (words.length > 400 || settled.has(sentence) || blocks[sentence.blockIndex]?.kind === 'quote')
      return [];
    const found = proposeLoosely({ text: words, marked: [], around: documentWords.around(sentenceIndex) });
    if (found === null || frameOf(found.type).fault(found.parts) !== null) return [];
    const quote = text.slice(sentence.start, sentence.end);
    return [
      {
        ...found,
        id: claimId(found.type, found.parts, quote),
        lessonId: context.lessons[sentence.sectionIndex]?.id ?? '',
        origin: 'extracted' as const,
        confidence: loose,
        text: frameOf(found.type).text(found.parts),
        salience: salienceOf(words, weights),
        evidence: { start: sentence.start, end: sentence.end, quote },
        frameId: null,
        alsoTrueOf: [],
        foils: [],
        acceptAlso: [],
        sentences: [sentence],
        sentenceIndex,
        lessonIndex: sentence.sectionIndex,
      },
    ];
  });
}

/** Of these a question may be asked before a person has confirmed them. */
const plainlyAsked: ReadonlySet<string> = new Set(['definition', 'event', 'property']);

const withContrary: ReadonlySet<string> = new Set(['cause', 'condition', 'contrast', 'purpose', 'means']);

/** What the text says the contrary of: the one wrong answer that needs no person to judge it. */
function contraryFoils(type: string, asked: FramedClaim['parts'][string] | undefined): Foil[] {
  if (!withContrary.has(type) || typeof asked !== 'string') return [];
  const text = contraryOf(asked);
  return text === null ? [] : [{ text, why: 'The text says the contrary.' }];
}

/** In how many sentences each stem stands: what a document keeps coming back to. */
function stemWeights(context: CompileContext): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of context.sentences) {
    for (const stem of contentStems(context.document.text.slice(sentence.start, sentence.end))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  return counts;
}

/** 0.1 to 0.5, below what a person confirms by default: the mean weight of a sentence's stems, on a log scale. */
function salienceOf(text: string, weights: ReadonlyMap<string, number>): number {
  const stems = [...contentStems(text)];
  if (stems.length === 0) return 0.1;
  const mean = stems.reduce((sum, stem) => sum + Math.log2(1 + (weights.get(stem) ?? 0)), 0) / stems.length;
  return Math.round(Math.min(0.5, 0.1 + mean / 10) * 100) / 100;
}

function report(
  code: string,
  message: string,
  span: Span | null,
  severity: Diagnostic['severity'] = 'warning',
): Diagnostic {
  return { code, severity, message, start: span?.start ?? 0, end: span?.end ?? 0 };
}
