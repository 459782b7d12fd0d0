import { layMiniature, type Stroke } from './miniature-layout.ts';

/** How firmly a sentence is known: 0 not asked … 4 mastered. */
export type Firmness = 0 | 1 | 2 | 3 | 4;

/** One line, or two close together for what is mastered. */
function lineOf({ from, to, y }: Stroke, isDouble: boolean): string {
  return isDouble ? `M${from} ${y - 1.5}H${to}M${from} ${y + 1.5}H${to}` : `M${from} ${y}H${to}`;
}

/**
 * The lesson in miniature: one stroke a sentence, as long as the sentence is.
 * `label` carries the figures for those who do not see it.
 */
export function Miniature({
  paragraphs,
  label,
  width = 250,
  firmness,
  evidence,
}: {
  /** Characters of each sentence, by paragraph. */
  paragraphs: readonly (readonly number[])[];
  label: string;
  width?: number;
  /** By sentence, counted through the lesson. */
  firmness?: readonly Firmness[];
  /** The sentence to mark, counted through the lesson from 0. */
  evidence?: number;
}) {
  const { strokes, height } = layMiniature(paragraphs, width);
  return (
    <svg className="mini" viewBox={`0 -2 ${width} ${height}`} role="img" aria-label={label}>
      {strokes.map((stroke) => (
        <path
          key={`${stroke.y}-${stroke.from}`}
          className={stroke.sentence === evidence ? 'ev' : `k${firmness?.[stroke.sentence] ?? 0}`}
          d={lineOf(stroke, firmness?.[stroke.sentence] === 4)}
        />
      ))}
    </svg>
  );
}
