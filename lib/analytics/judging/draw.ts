import type { Item } from '#lib/course/model.ts';
import { presentItem, promptOf } from '#lib/course/present-item.ts';
import { presentOrder } from '#lib/mastery/present-order.ts';
import { shuffle } from '#lib/text/shuffle.ts';
import type { Key, KeyItem, Sheet, SheetItem } from './sheet.ts';

/** A question that may be drawn, with what the key says of it. */
export type Candidate = {
  source: string;
  part: string | null;
  text: string;
  template: string | null;
  claims: string[];
  item: Item;
};

/**
 * So many questions in a random order that the seed alone decides, drawn from each source and kind in
 * proportion, and at least one of each while the count lasts.
 */
export function drawSheet(
  candidates: readonly Candidate[],
  { count, seed }: { count: number; seed: number },
): { sheet: Sheet; key: Key } {
  const strata = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const name = JSON.stringify([candidate.source, candidate.item.kind]);
    strata.set(name, [...(strata.get(name) ?? []), candidate]);
  }
  const names = [...strata.keys()].sort();
  const sizes = names.map((name) => strata.get(name)?.length ?? 0);
  const quotas = apportion(sizes, count);
  const drawn = names.flatMap((name, at) =>
    shuffle(strata.get(name) ?? [], `${seed}/draw/${name}`).slice(0, quotas[at]),
  );
  const order = shuffle(drawn, `${seed}/order`);
  const texts = shuffle([...new Set(order.map(({ text }) => text))], `${seed}/documents`);
  const items = order.map((candidate, at) => {
    const id = `${seed}-${String(at + 1).padStart(3, '0')}`;
    return layOut(candidate, id, `d${texts.indexOf(candidate.text) + 1}`, seed);
  });
  return {
    sheet: {
      format: 'lectern-sheet/1',
      seed,
      documents: texts.map((text, at) => ({ id: `d${at + 1}`, text })),
      items: items.map(({ shown }) => shown),
    },
    key: { format: 'lectern-key/1', seed, items: items.map(({ kept }) => kept) },
  };
}

/** Largest remainders, after one for each stratum; no stratum gives more than it has. */
export function apportion(sizes: readonly number[], count: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (count >= total) return [...sizes];
  const bySize = sizes.map((size, at) => ({ size, at })).sort((a, b) => b.size - a.size || a.at - b.at);
  const first = new Set(bySize.slice(0, count).map(({ at }) => at));
  const quotas: number[] = sizes.map((size, at) => (first.has(at) && size > 0 ? 1 : 0));
  const given = () => quotas.reduce((sum, quota) => sum + quota, 0);
  while (given() < count) {
    let neediest = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const [at, size] of sizes.entries()) {
      const quota = quotas[at] ?? 0;
      const want = (size * count) / total - quota;
      if (quota < size && want > most) {
        neediest = at;
        most = want;
      }
    }
    quotas[neediest] = (quotas[neediest] ?? 0) + 1;
  }
  return quotas;
}

function layOut(
  { source, part, template, claims, item }: Candidate,
  id: string,
  document: string,
  seed: number,
): { shown: SheetItem; kept: KeyItem } {
  const prompt = promptOf(item);
  const asked = presentItem(prompt, presentOrder(prompt, `${seed}/${id}`));
  const options = asked.options.map((option, at) => ({ letter: letterOf(at), option }));
  const lefts = asked.lefts.map((text, at) => ({ number: at + 1, text }));
  const choices = asked.choices.map((text, at) => ({ letter: letterOf(at), text }));
  const letterOfChoice = (text: string) => choices.find((choice) => choice.text === text)?.letter ?? '';
  const full = options.map(({ letter, option }) => {
    const own = item.options.find((each) => each.id === option.id);
    return {
      letter,
      text: option.text,
      correct: own?.correct ?? false,
      rationale: own?.rationale ?? '',
    };
  });
  const correct = full.filter((option) => option.correct);
  const right = {
    option: [correct.map(({ letter }) => letter).join(' '), correct.map(({ text }) => text).join('; ')],
    matching: [
      item.pairs.map((pair, at) => `${at + 1}${letterOfChoice(pair.right)}`).join(' '),
      item.pairs.map(({ left, right }) => `${left} → ${right}`).join('; '),
    ],
    ordering: [item.order.map(letterOfChoice).join(' '), item.order.join(' → ')],
    typed: [item.accept[0] ?? '', item.accept.join(' / ')],
  }[formOf(item.kind)];
  return {
    shown: {
      id,
      document,
      kind: item.kind,
      stem: item.stem,
      options: options.map(({ letter, option }) => ({ letter, text: option.text })),
      lefts,
      choices,
    },
    kept: {
      id,
      source,
      part,
      template,
      item: item.id,
      claims,
      kind: item.kind,
      stem: item.stem,
      right: right[0] ?? '',
      rightText: right[1] ?? '',
      accept: item.accept,
      options: full,
      evidence: item.evidence.map(({ quote }) => quote),
    },
  };
}

function letterOf(at: number): string {
  return String.fromCharCode(65 + at);
}

/** In which of four forms a kind is answered. */
export function formOf(kind: Item['kind']): 'option' | 'matching' | 'ordering' | 'typed' {
  if (kind === 'matching' || kind === 'ordering') return kind;
  return kind === 'short' || kind === 'cloze' ? 'typed' : 'option';
}
