import { getTranslations } from 'next-intl/server';
import { getViewerIfReachable } from '#app/_auth/viewer-if-reachable.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { CodeForm } from '../code-form.tsx';

/** No class has the code: say so, and let it be typed again. */
export default async function UnknownCode() {
  const t = await getTranslations('join');
  return (
    <Frame viewer={await getViewerIfReachable()}>
      <div className="wrap narrow">
        <h1 className="title sans">{t('unknownTitle')}</h1>
        <p className="lede">{t('unknown')}</p>
        <div className="top">
          <CodeForm />
        </div>
      </div>
    </Frame>
  );
}
