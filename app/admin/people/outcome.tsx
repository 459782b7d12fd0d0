import { getTranslations } from 'next-intl/server';
import { first } from '#app/_ui/search-param.ts';
import type { PersonView } from '#db/queries/people.ts';

const done = ['role', 'suspended', 'restored'] as const;
const problems = ['last-admin', 'self'] as const;

/** What the last change did, or why it was not made. */
export async function Outcome({
  query,
  people,
}: {
  query: Record<string, string | string[] | undefined>;
  people: readonly PersonView[];
}) {
  const t = await getTranslations('people');
  const problem = problems.find((one) => one === first(query.problem));
  if (problem !== undefined)
    return (
      <div className="note proof before" role="alert">
        <p>{problem === 'self' ? t('self') : t('lastAdmin')}</p>
      </div>
    );
  const change = done.find((one) => one === first(query.done));
  const person = people.find((one) => one.id === first(query.of));
  if (change === undefined || person === undefined) return null;
  return (
    <div className="note ok before" role="status">
      <p>
        {change === 'role'
          ? t('roleChanged', { name: person.name, role: person.role })
          : t(change, { name: person.name })}
      </p>
    </div>
  );
}
