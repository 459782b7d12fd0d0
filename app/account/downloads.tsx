import { getTranslations } from 'next-intl/server';

/** The three files of one's own record, each with what it is for. */
export async function Downloads() {
  const t = await getTranslations('ownRecord');
  return (
    <ul className="lines gap">
      {(['json', 'csv', 'txt'] as const).map((format) => (
        <li key={format} className="row">
          <div className="grow">
            <b>{t(`file.${format}`)}</b>
            <p className="meta">{t(`for.${format}`)}</p>
          </div>
          <a className="btn sm" href={`/account/export/${format}`} download>
            {t.rich('download', {
              file: t(`file.${format}`),
              hidden: (words) => <span className="vh">{words}</span>,
            })}
          </a>
        </li>
      ))}
    </ul>
  );
}
