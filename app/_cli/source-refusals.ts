import type { SourceRefusal } from '#lib/source/parse-source.ts';

/** What is said of a file that is no document: its name goes before. */
export const sourceRefusals: Record<SourceRefusal, string> = {
  'unknown-format':
    'is in no format that can be read: give it a name that ends in .md, .txt, .html, .docx or .pdf.',
  empty: 'is empty: there is nothing to make a course of.',
  'too-large': 'is larger than 10 MB: divide it and compile the parts.',
  binary: 'is not text but binary data.',
  'not-utf-8': 'is not in UTF-8: save it in that encoding and try again.',
  'no-prose': 'holds no sentences that could be taught.',
  damaged:
    'is damaged, or not in the format that its name says: open it in the program that made it, save it and try again.',
  bomb: 'would unpack to far more than a text can be: it was not opened.',
  unsafe:
    'holds a password, a document type or paths that no document needs: it was not opened. Save it anew without them.',
  'too-nested':
    'has far more elements within elements than a text needs: it was not read. Save it as plain text and try again.',
};
