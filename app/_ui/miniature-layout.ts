/** A horizontal line of the miniature, in the picture's units; a long sentence takes several. */
export type Stroke = { sentence: number; y: number; from: number; to: number };

const lineHeight = 9;
const paragraphGap = 3;
const sentenceGap = 3;
/** So many characters fill one line: about four lines of the lesson's own column. */
const charactersPerLine = 260;

/** Sets sentences as strokes of their own length, wrapped like text. `width` in the picture's units. */
export function layMiniature(
  paragraphs: readonly (readonly number[])[],
  width: number,
): { strokes: Stroke[]; height: number } {
  const strokes: Stroke[] = [];
  const scale = width / charactersPerLine;
  let y = 5;
  let sentence = 0;
  for (const paragraph of paragraphs) {
    let x = 0;
    for (const characters of paragraph) {
      let left = characters * scale;
      while (left > 0) {
        const room = width - x;
        if (room < 8 && left > room) {
          x = 0;
          y += lineHeight;
          continue;
        }
        const take = Math.min(left, room);
        strokes.push({ sentence, y, from: round(x), to: round(x + take) });
        left -= take;
        x += take;
        if (left > 0 || x >= width) {
          x = 0;
          y += lineHeight;
        }
      }
      x += x === 0 ? 0 : sentenceGap;
      sentence += 1;
    }
    y += (x === 0 ? 0 : lineHeight) + paragraphGap;
  }
  return { strokes, height: round(y) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
