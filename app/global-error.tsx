'use client';

import { Failure } from './_ui/failure.tsx';
import './_ui/styles/all.css';

/** Stands in for the layout when that itself has failed. */
export default function GlobalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <Failure error={error} retry={retry} />
      </body>
    </html>
  );
}
