import { useTranslations } from 'next-intl';

/** Where this page stands; the last entry is the page itself. */
export function Crumbs({ entries }: { entries: readonly { href?: string; text: string }[] }) {
  const t = useTranslations('frame');
  return (
    <nav className="crumb" aria-label={t('crumbs')}>
      <ol>
        {entries.map((entry) => (
          <li key={entry.text} aria-current={entry.href === undefined ? 'page' : undefined}>
            {entry.href === undefined ? entry.text : <a href={entry.href}>{entry.text}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
