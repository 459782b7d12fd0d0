import { getDocumentProxy } from 'unpdf';
import type { Diagnostic } from '#lib/course/model.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { assemble } from './assemble.ts';
import { cleanText, oneLine } from './clean.ts';
import type { SourceDocument } from './document.ts';
import { readPdfBlocks } from './pdf-blocks.ts';
import { isPdfBomb } from './pdf-guard.ts';
import { readLines, type TextItem } from './pdf-lines.ts';
import { withoutRunningLines } from './pdf-running.ts';

const mostPages = 500;
const mostItems = 300_000;
/** Of a page; more is no text. */
const mostLines = 1000;
/** Smaller text is there for programs, not for eyes. */
const smallestSize = 2.5;

type Page = { items: TextItem[]; hidden: number; characters: number };

/** The text of a PDF by the places and sizes of its letters: best effort, and said to be so. */
export async function parsePdf(
  bytes: Uint8Array,
): Promise<Result<SourceDocument, 'damaged' | 'unsafe' | 'bomb'>> {
  if (!isPdf(bytes)) return refuse('damaged');
  if (isPdfBomb(bytes)) return refuse('bomb');
  let pages: Page[];
  let count: number;
  try {
    // A copy: the reader takes what it is given for its own, and refuses what only resembles plain bytes.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), quiet);
    try {
      count = pdf.numPages;
      pages = await readPages(pdf);
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (fault) {
    return refuse(fault instanceof Error && fault.name === 'PasswordException' ? 'unsafe' : 'damaged');
  }
  const lines = withoutRunningLines(pages.map((page) => readLines(page.items).slice(0, mostLines)));
  const sum = (of: (page: Page) => number) => pages.reduce((all, page) => all + of(page), 0);
  return ok(
    assemble(readPdfBlocks(lines), {
      title: '',
      author: '',
      mediaType: 'application/pdf',
      hidden: sum((page) => page.characters),
      diagnostics: [
        bestEffort,
        ...leftOut(
          sum((page) => page.hidden),
          count - pages.length,
        ),
      ],
    }),
  );
}

/** Nothing is looked up, drawn or run; text is all that is asked for. */
const quiet = {
  verbosity: 0,
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  useWorkerFetch: false,
  disableAutoFetch: true,
};

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPages(pdf: Pdf): Promise<Page[]> {
  const pages: Page[] = [];
  const seen = new Set<number>();
  let items = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && items < mostItems; number += 1) {
    const page = await pdf.getPage(number);
    const place = page.ref?.num ?? -number;
    if (seen.has(place)) throw new RangeError('a page that stands in the document twice');
    seen.add(place);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const content = await page.getTextContent();
    const read: Page = { items: [], hidden: 0, characters: 0 };
    for (const item of content.items) {
      if (!('str' in item)) continue;
      items += 1;
      const cleaned = cleanText(item.str);
      const text = cleaned.text.replace(/\s+/g, ' ');
      read.characters += cleaned.hidden;
      if (text === '') continue;
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const size = Math.hypot(a, b);
      // Upside down or on its side is a stamp or a watermark.
      if (a <= 0 || Math.abs(b) > 0.1 * a) continue;
      const isSeen = size >= smallestSize && x >= left - 1 && x <= right && y >= bottom - 1 && y <= top;
      if (isSeen) read.items.push({ text, x, y, width: item.width, size });
      else if (text.trim() !== '') read.hidden += 1;
    }
    pages.push(read);
    page.cleanup();
  }
  return pages;
}

function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-');
}

const bestEffort: Diagnostic = {
  code: 'pdf-best-effort',
  severity: 'warning',
  message:
    'A PDF does not say what is a paragraph or a heading: both were guessed from sizes and places (best effort). Look at the outline; a Word, HTML or Markdown file is read exactly.',
  start: 0,
  end: 0,
};

function leftOut(hidden: number, pages: number): Diagnostic[] {
  const out: Diagnostic[] = [];
  if (hidden > 0) {
    const passages = hidden === 1 ? 'passage that no reader sees was' : 'passages that no reader sees were';
    const message = oneLine(`${hidden} ${passages} left out.`);
    out.push({ code: 'hidden-text', severity: 'warning', message, start: 0, end: 0 });
  }
  if (pages > 0) {
    const message = `The last ${pages} pages were not read: divide the document and compile the parts.`;
    out.push({ code: 'pages-left-out', severity: 'warning', message, start: 0, end: 0 });
  }
  return out;
}
