import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AnswerCache } from '#lib/compiler/model/calls.ts';

const answerSchema = z.object({ text: z.string() });

/** Answers of a model, a file each by the digest of the question. What cannot be read there counts as not there. */
export function answerFolder(folder: string): AnswerCache {
  const pathOf = (hash: string) => join(folder, `${hash}.json`);
  return {
    read(hash) {
      try {
        const parsed = answerSchema.safeParse(JSON.parse(readFileSync(pathOf(hash), 'utf8')));
        return parsed.success ? parsed.data.text : null;
      } catch {
        return null;
      }
    },
    write(hash, text) {
      mkdirSync(folder, { recursive: true });
      // In one step: a run that is killed must not leave half an answer.
      const draft = `${pathOf(hash)}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ text }));
      renameSync(draft, pathOf(hash));
    },
  };
}
