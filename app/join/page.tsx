import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getViewer } from '#app/_auth/viewer.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { foldJoinCode } from '#lib/access/join-code.ts';
import { CodeForm } from './code-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('join'))('title') };
}

/** Enter a code; the class is shown before anybody joins it. */
export default async function JoinPage({ searchParams }: { searchParams: SearchParams }) {
  const typed = first((await searchParams).code);
  const code = foldJoinCode(typed ?? '');
  if (code !== '') redirect(`/join/${code.slice(0, 20)}`);
  const viewer = await getViewer();
  const t = await getTranslations('join');
  return (
    <Frame viewer={viewer}>
      <div className="wrap narrow">
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{t('lede')}</p>
        <div className="top">
          <CodeForm typed={typed} problem={typed === undefined ? undefined : t('noLetters')} />
        </div>
      </div>
    </Frame>
  );
}
