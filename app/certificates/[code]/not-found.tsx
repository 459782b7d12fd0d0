import { getTranslations } from 'next-intl/server';
import { getViewerIfReachable } from '#app/_auth/viewer-if-reachable.ts';
import { Frame } from '#app/_ui/frame.tsx';

/** No certificate has the code: say so, and what may be the matter. */
export default async function UnknownCertificate() {
  const t = await getTranslations('certificate');
  return (
    <Frame viewer={await getViewerIfReachable()}>
      <div className="wrap narrow">
        <h1 className="title sans">{t('unknownTitle')}</h1>
        <p className="lede">{t('unknown')}</p>
      </div>
    </Frame>
  );
}
