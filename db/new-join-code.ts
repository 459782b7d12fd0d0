import { randomBytes } from 'node:crypto';
import { joinCode } from '#lib/access/join-code.ts';

/** Sixteen bytes fall short of six letters once in some 10^18 times. */
export function newJoinCode(): string {
  for (;;) {
    const code = joinCode(randomBytes(16));
    if (code !== null) return code;
  }
}
