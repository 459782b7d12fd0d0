'use client';

import { useState, useSyncExternalStore } from 'react';

const never = () => () => {};

/** Copies what stands in an input. Shown once there is a script to do it; before that the input is selectable. */
export function CopyButton({ from, label, done }: { from: string; label: string; done: string }) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [copied, setCopied] = useState(false);
  if (!hasScript) return null;
  async function copy() {
    const input = document.getElementById(from);
    if (!(input instanceof HTMLInputElement)) return;
    input.select();
    // The clipboard is offered on https and localhost alone; elsewhere the old command still works.
    if (navigator.clipboard === undefined) setCopied(document.execCommand('copy'));
    else
      setCopied(
        await navigator.clipboard.writeText(input.value).then(
          () => true,
          () => false,
        ),
      );
  }
  return (
    <>
      <button type="button" className="btn" onClick={copy}>
        {label}
      </button>
      <span className="live" role="status">
        {copied ? done : null}
      </span>
    </>
  );
}
