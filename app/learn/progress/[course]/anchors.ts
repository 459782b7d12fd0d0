import { anchorOf } from '#lib/course/evidence.ts';

/** The sentence on the map. */
export function mapAnchor(address: string): string {
  return `map-${anchorOf(address)}`;
}

/** What was answered about it. */
export function answeredAnchor(address: string): string {
  return `answered-${anchorOf(address)}`;
}
