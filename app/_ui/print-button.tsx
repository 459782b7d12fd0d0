'use client';

/** The browser's own print menu does the same before this has loaded. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button className="btn sm" type="button" onClick={() => window.print()}>
      {label}
    </button>
  );
}
