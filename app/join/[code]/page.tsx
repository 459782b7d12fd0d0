import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { getViewer } from '#app/_auth/viewer.ts';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { type ClassInviteView, findClassByCode } from '#db/queries/classes.ts';
import { foldJoinCode } from '#lib/access/join-code.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { joinAction } from './actions.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('join'))('title') };
}

/** The class behind a code, before joining: its name, its teachers, and what they will see. */
export default async function InvitePage({ params }: Props) {
  const given = (await params).code;
  const code = foldJoinCode(given.replace(/%../g, '')).slice(0, 20);
  if (code === '') notFound();
  if (code !== given) redirect(`/join/${code}`);
  const viewer = await getViewer();
  const invite = await findClassByCode(viewer, code);
  if (invite === null) notFound();
  const t = await getTranslations('join');
  const format = await getFormatter();
  return (
    <Frame viewer={viewer}>
      <div className="wrap narrow">
        <p className="meta">{t('inviteTo')}</p>
        <h1 className="title big sans">{invite.name}</h1>
        <dl className="facts">
          <div>
            <dt>{t('course')}</dt>
            <dd className="serif" lang={courseLang}>
              {invite.course.title}
            </dd>
          </div>
          <div>
            <dt>{t('teachers', { count: invite.instructors.length })}</dt>
            <dd>{format.list(invite.instructors)}</dd>
          </div>
          <div>
            <dt>{t('seenTitle')}</dt>
            <dd>{t('seenText')}</dd>
          </div>
        </dl>
        <Enter viewer={viewer} invite={invite} code={code} />
      </div>
    </Frame>
  );
}

async function Enter({
  viewer,
  invite,
  code,
}: {
  viewer: Viewer | null;
  invite: ClassInviteView;
  code: string;
}) {
  const t = await getTranslations('join');
  if (viewer !== null && invite.joined)
    return (
      <>
        <div className="note ok before">
          <p>{t('joined')}</p>
        </div>
        <a className="btn go" href={`/courses/${invite.course.slug}`}>
          {t('openCourse')}
        </a>
      </>
    );
  if (viewer !== null)
    return (
      <>
        <p className="meta before">{t('joinAs', { name: viewer.name })}</p>
        <ActionForm action={joinAction} hidden={{ code, here: `/join/${code}` }} submit={t('join')} />
      </>
    );
  return (
    <>
      <p className="before">{t('signInFirst')}</p>
      <p className="row">
        <a className="btn go" href={`/sign-in?to=/join/${code}`}>
          {t('signIn')}
        </a>
        <a className="btn" href={`/register?to=/join/${code}`}>
          {t('register')}
        </a>
      </p>
    </>
  );
}
