'use client';

import { useEffect } from 'react';

/** Takes away what this browser keeps under these ids: answers not sent yet, and what was being written. */
export function ForgetDevice({ ids }: { ids: readonly string[] }) {
  useEffect(() => {
    try {
      for (const key of Object.keys(localStorage))
        if (ids.some((id) => key.includes(id))) localStorage.removeItem(key);
    } catch {
      // A browser without storage has kept nothing.
    }
  }, [ids]);
  return null;
}
