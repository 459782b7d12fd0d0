'use client';

import { useEffect, useState } from 'react';

/** A time of day: by UTC as the server knows it, and by the reader's own clock once this has loaded. */
export function LocalTime({ at, locale, utc }: { at: string; locale: string; utc: string }) {
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    setOwn(new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at)));
  }, [at, locale]);
  return <time dateTime={at}>{own ?? utc}</time>;
}
