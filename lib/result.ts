/** What is expected to go wrong is a value: the caller must look before it uses the result. */
export type Result<T, R extends string = string> = { ok: true; value: T } | { ok: false; refusal: R };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R extends string>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}

/** Absent, or not the viewer's: one and the same to whoever asks, so that a guess learns nothing. */
export class NotFound extends Error {
  override name = 'NotFound';
  constructor(what = 'not found') {
    super(what);
  }
}
