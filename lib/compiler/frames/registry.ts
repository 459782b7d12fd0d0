import type { ClaimType } from '#lib/course/model.ts';
import { attribution } from './attribution.ts';
import { benefit } from './benefit.ts';
import { cause } from './cause.ts';
import { comparison } from './comparison.ts';
import { condition } from './condition.ts';
import { contrast } from './contrast.ts';
import { definition } from './definition.ts';
import { event } from './event.ts';
import { forecast } from './forecast.ts';
import type { SealedFrame } from './frame.ts';
import { means } from './means.ts';
import { membership } from './membership.ts';
import { openQuestion } from './open-question.ts';
import { property } from './property.ts';
import { purpose } from './purpose.ts';
import { quantity } from './quantity.ts';

/** Every frame type, in the order in which a sentence is searched. */
export const frames: readonly SealedFrame[] = [
  definition,
  cause,
  purpose,
  means,
  benefit,
  contrast,
  condition,
  membership,
  comparison,
  quantity,
  event,
  attribution,
  forecast,
  openQuestion,
  property,
];

const byType: ReadonlyMap<ClaimType, SealedFrame> = new Map(frames.map((frame) => [frame.type, frame]));

export function frameOf(type: ClaimType): SealedFrame {
  const frame = byType.get(type);
  if (frame === undefined) throw new Error(`no frame for claims of type ${type}`);
  return frame;
}
