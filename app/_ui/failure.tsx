'use client';

import words from '#app/_i18n/messages/failure-en.json' with { type: 'json' };
import { Brand } from './brand.tsx';

/** Given by the data layer to its error: Next keeps a digest and strips everything else. */
const databaseAway = 'DATABASE_AWAY';

/**
 * The page for what went wrong on the server. It runs in the browser and may stand in for the layout too,
 * so it has its own few words in a file of their own instead of a share of all messages.
 */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  const isAway = digest === databaseAway;
  return (
    <>
      <title>{`${isAway ? words.awayTitle : words.brokenTitle} · Lectern`}</title>
      <header className="bar">
        <div>
          <Brand />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="wrap narrow failed" role="alert">
          {isAway ? null : <p className="bigno">500</p>}
          <h1 className="title sans">{isAway ? words.awayTitle : words.brokenTitle}</h1>
          <p className="lede">{isAway ? words.awayText : words.brokenText}</p>
          <p className="row top">
            {isAway || digest === null ? null : <code className="errid">{digest}</code>}
            <button type="button" className="btn go" onClick={() => retry()}>
              {words.again}
            </button>
            <a className="btn" href="/">
              {words.home}
            </a>
          </p>
        </div>
      </main>
    </>
  );
}
