import { archiveAttacks } from './archive-attacks.ts';
import { Chance } from './chance.ts';
import { mutated } from './mutate.ts';
import { textAttacks } from './text-attacks.ts';

const attacks = Object.entries({ ...textAttacks, ...archiveAttacks });

export type HostileDocument = { number: number; what: string; name: string; bytes: Uint8Array };

/** Document `number` of a seed: every third one is an attack, in turn; the others are sound ones with faults. */
export function hostileDocument(seed: number, number: number): HostileDocument {
  const chance = new Chance(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const attack = number % 3 === 0 ? attacks[(number / 3) % attacks.length] : undefined;
  if (attack === undefined) return { number, what: 'faults', ...mutated(chance) };
  const [what, make] = attack;
  return { number, what, ...make(chance) };
}
