import { isSameOrigin } from '#app/_auth/same-origin.ts';
import { seeOther } from '#app/_auth/see-other.ts';
import { isLanguage, languageCookie } from '#app/_i18n/locales.ts';

export const dynamic = 'force-dynamic';

const aYear = 365 * 86_400;

/** Keeps the language that somebody chose in the footer, and leads back to the page on which they chose it. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return Response.json({ refusal: 'foreign-origin' }, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const language = form.get('language');
  const response = seeOther(backTo(request));
  if (isLanguage(language))
    response.headers.set(
      'set-cookie',
      `${languageCookie}=${language}; Path=/; Max-Age=${aYear}; SameSite=Lax`,
    );
  return response;
}

/** The path of the page that held the form; the front page where the browser does not say. */
function backTo(request: Request): string {
  const referer = request.headers.get('referer');
  if (referer === null || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  // Two slashes would name another host.
  return pathname.startsWith('//') ? '/' : `${pathname}${search}`;
}
