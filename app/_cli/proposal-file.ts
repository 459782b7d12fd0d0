import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type ClaimsFile, type ConfirmedFrame, claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { frameOf } from '#lib/compiler/frames/registry.ts';
import type { PassageSentence } from '#lib/compiler/model/passages.ts';
import { writeEntries } from './author-file.ts';
import { parseAs, readJson } from './json-file.ts';

const entriesSchema = z.looseObject({ claims: z.array(z.record(z.string(), z.unknown())) });

/**
 * A claims file to which proposals are added; what stands in it already is written back as it was. A new one
 * begins with what the one beside the document says.
 */
export class ProposalFile {
  readonly path: string;
  readonly claims: ClaimsFile | null;
  readonly #file: z.infer<typeof entriesSchema>;
  readonly #ids: Set<string>;
  readonly #added = new Set<string>();

  constructor(path: string, beside: string) {
    this.path = path;
    const from = existsSync(path) ? path : beside;
    if (existsSync(from)) {
      const json = readJson(from);
      this.claims = parseAs(claimsFileSchema, 'a claims file', from, json);
      this.#file = entriesSchema.parse(json);
    } else {
      this.claims = null;
      this.#file = { format: 'lectern-claims/1', claims: [] };
    }
    this.#ids = new Set(this.claims?.claims.map(({ id }) => id));
  }

  /** Adds what is new and writes the file at once: a later failure must not cost what a model was paid for. */
  add(frames: readonly ConfirmedFrame[], sentences: readonly PassageSentence[]): void {
    const added = frames.filter(({ id }) => !this.#ids.has(id));
    if (added.length === 0) return;
    for (const frame of added) {
      this.#ids.add(frame.id);
      this.#added.add(frame.id);
      this.#file.claims.push(entryOf(frame, sentences));
    }
    writeEntries(this.path, this.#file);
  }

  /** Takes out again what this run has added. */
  withdraw(ids: ReadonlySet<string>): void {
    const isWithdrawn = ({ id }: Record<string, unknown>) =>
      typeof id === 'string' && ids.has(id) && this.#added.has(id);
    this.#file.claims = this.#file.claims.filter((claim) => !isWithdrawn(claim));
    writeEntries(this.path, this.#file);
  }
}

/** `claim` and `sentence` are for the reader who decides; the compiler does without. */
function entryOf(frame: ConfirmedFrame, sentences: readonly PassageSentence[]): Record<string, unknown> {
  const { id, status, type, parts, evidence, label, attribution, salience, foils, model } = frame;
  return {
    id,
    status,
    claim: frameOf(type).text(parts),
    sentence: sentences.find(({ shown }) => evidence.startsWith(shown))?.address ?? null,
    evidence,
    type,
    parts,
    label,
    attribution,
    salience,
    foils,
    model,
  };
}
