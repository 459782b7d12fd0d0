import { getLocale, getTranslations } from 'next-intl/server';
import icon192 from '#app/_ui/icons/icon-192.png';
import icon512 from '#app/_ui/icons/icon-512.png';
import maskable from '#app/_ui/icons/maskable-512.png';

export const dynamic = 'force-dynamic';

/** What a device shows of Lectern when it is put among its apps. Its colours are those of tokens.css. */
export async function GET(): Promise<Response> {
  const t = await getTranslations('frame');
  const today = await getTranslations('today');
  const manifest = {
    id: '/learn',
    name: t('title'),
    short_name: t('title'),
    description: t('description'),
    lang: await getLocale(),
    start_url: '/learn',
    scope: '/',
    display: 'standalone',
    theme_color: '#e9edf0',
    background_color: '#e9edf0',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: icon192.src, type: 'image/png', sizes: '192x192' },
      { src: icon512.src, type: 'image/png', sizes: '512x512' },
      { src: maskable.src, type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: today('title'), url: '/learn' },
      { name: t('courses'), url: '/courses' },
    ],
  };
  return Response.json(manifest, {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'private, no-cache' },
  });
}
