'use client';

import { useEffect } from 'react';

const seen = new Set<string>();

/** Moves the focus to what has just appeared, once: a screen reader then reads the verdict, not the page. */
export function FocusOnce({ target, name }: { target: string; name: string }) {
  useEffect(() => {
    if (seen.has(name)) return;
    seen.add(name);
    document.getElementById(target)?.focus();
  }, [target, name]);
  return null;
}
