import { getTranslations } from 'next-intl/server';
import type { ClassCardView } from '#db/queries/classes.ts';
import { showJoinCode } from '#lib/access/join-code.ts';

export async function ClassList({ classes }: { classes: readonly ClassCardView[] }) {
  const t = await getTranslations('teach');
  return (
    <ul className="lines classes">
      {classes.map((one) => (
        <li key={one.id} className="row">
          <div className="grow">
            <a href={`/teach/classes/${one.id}`}>{one.name}</a>
            <p className="meta">
              {t.rich('card', {
                learners: one.learners,
                title: one.course.title,
                cite: (words) => <cite>{words}</cite>,
              })}
            </p>
          </div>
          <p className="meta">
            {t.rich('cardCode', {
              code: showJoinCode(one.joinCode),
              b: (words) => <b className="code-word">{words}</b>,
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
