import type { Claim, Item, Span } from '#lib/course/model.ts';
import { asksWho, type Basis, basisOf, cover, wordings } from '../evidence-cover.ts';
import { normalised } from '../wording.ts';

/** So much of a key's content must stand in what proves it. A person who confirms a claim may paraphrase. */
const enough = 0.75;

/**
 * Why the key does not follow from the item's evidence, or null when it does. It looks at words, not at sense:
 * a key of other words than its evidence, a wrong option that is as close to it, a statement that is marked
 * true and says other than its claim.
 */
export function whyNotDerivable(item: Item, claimOf: (id: string) => Claim | undefined): string | null {
  const claims = item.claimIds.flatMap((id) => claimOf(id) ?? []);
  if (claims.length < item.claimIds.length || claims.length === 0) return 'A claim that it asks is missing.';
  if (!claims.every((claim) => item.evidence.some((span) => overlap(span, claim.evidence))))
    return 'The evidence is not that of its claim.';
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return chosen(
        item,
        basisOf([...item.evidence.map(({ quote }) => quote), ...claims.flatMap(wordings)], asksWho(claims)),
      );
    case 'true-false':
      return truth(item, claims);
    case 'short':
    case 'cloze':
      return cover(item.accept[0] ?? '', basisOf(claims.flatMap(sources), asksWho(claims))) >= enough
        ? null
        : 'The accepted answer is not in the evidence.';
    case 'matching':
      return everyEntry(
        claims,
        item.pairs.map(({ left, right }) => [left, right]),
      );
    case 'ordering':
      return everyEntry(
        claims,
        item.order.map((entry) => [entry]),
      );
  }
}

function sources(claim: Claim): string[] {
  return [claim.evidence.quote, ...wordings(claim)];
}

function chosen(item: Item, basis: Basis): string | null {
  const keys = item.options.filter((option) => option.correct);
  const wrong = item.options.filter((option) => !option.correct);
  const unproved = keys.some(
    ({ evidence }) => evidence === null || !item.evidence.some((span) => overlap(span, evidence)),
  );
  if (unproved) return 'A key has no evidence of its own.';
  // How a statement is presented ("As a forecast …") is said by the evidence's form, not by its words.
  if (item.options.every((option) => /^As \p{L}/u.test(option.text))) return null;
  const weakest = Math.min(...keys.map((option) => cover(option.text, basis)));
  if (weakest < enough) return 'A key is not in the evidence.';
  return wrong.some((option) => cover(option.text, basis) >= weakest)
    ? 'A wrong option is as close to the evidence as the key.'
    : null;
}

/** A true statement says what its claim says, word for word but for who is named as the source. */
function truth(item: Item, claims: readonly Claim[]): string | null {
  const said = statementOf(item.stem);
  const isSaid = claims.some((claim) =>
    [claim.text, claim.evidence.quote].some((text) => ` ${statementOf(text)} `.includes(` ${said} `)),
  );
  const isTrue = item.options.find((option) => option.correct)?.text === 'True';
  if (isTrue === isSaid) return null;
  return isTrue
    ? 'It is marked true and is not what its claim says.'
    : 'It is marked false and is what its claim says.';
}

function statementOf(text: string): string {
  return normalised(
    text.replace(/(?:, )?\b(?:according to|in) (?:the|this) (?:article|lesson|text),? ?/i, ' '),
  );
}

/** Entry by entry, each from the claim at its place. */
function everyEntry(claims: readonly Claim[], entries: readonly (readonly string[])[]): string | null {
  const fits = entries.every((parts, at) => {
    const claim = claims[at];
    if (claim === undefined) return false;
    const basis = basisOf(sources(claim));
    return parts.every((part) => cover(part, basis) >= enough);
  });
  return fits ? null : 'An entry does not follow from its claim.';
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
