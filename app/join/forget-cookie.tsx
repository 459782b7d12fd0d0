'use client';

import { useEffect } from 'react';

/** Takes a cookie away once the page that it was meant for is shown: a reload does not say it again. */
export function ForgetCookie({ name }: { name: string }) {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${name}=; path=/; max-age=0; samesite=lax`;
  }, [name]);
  return null;
}
