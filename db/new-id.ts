import { randomBytes } from 'node:crypto';
import { uuidV7 } from '#lib/text/uuid-v7.ts';

export function newId(now: Date): string {
  return uuidV7(now, randomBytes(10));
}
