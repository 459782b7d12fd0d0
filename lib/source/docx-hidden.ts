/** Set to be invisible, or smaller than anyone can read (sizes are in half points). */
const invisible =
  /<w:(?:vanish|webHidden|specVanish)(?:\s+w:val="(?:1|true|on)")?\s*\/>|<w:sz\s+w:val="[0-3]"\s*\/>/;

/**
 * A document's XML without the runs that no reader sees and without the marks of notes and comments, whose
 * text is not read.
 */
export function withoutHiddenRuns(xml: string): { xml: string; hidden: number } {
  const pieces: string[] = [];
  let hidden = 0;
  let from = 0;
  const opening = /<w:r(?=[\s>])[^>]*>/g;
  for (let run = opening.exec(xml); run !== null; run = opening.exec(xml)) {
    const end = xml.indexOf('</w:r>', opening.lastIndex);
    if (end < 0) break;
    const inner = xml.slice(opening.lastIndex, end);
    const properties = /^\s*<w:rPr(?:>|\s[^>]*>)([\s\S]*?)<\/w:rPr>/.exec(inner)?.[1] ?? '';
    if (!run[0].endsWith('/>') && invisible.test(properties)) {
      pieces.push(xml.slice(from, run.index));
      if (/<w:t[\s>]/.test(inner)) hidden += 1;
      from = end + '</w:r>'.length;
      opening.lastIndex = from;
    }
  }
  pieces.push(xml.slice(from));
  const seen = pieces.join('').replace(/<w:(?:footnote|endnote|comment)Reference\s[^>]*\/>/g, '');
  return { xml: seen, hidden };
}
