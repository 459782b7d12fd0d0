import { type NextRequest, NextResponse } from 'next/server';
import { sessionMark } from '#app/_offline/session-mark.ts';
import { sessionMarkHeader } from '#app/_offline/what-is-kept.ts';

/**
 * Sets the content security policy with a fresh nonce, and names the session to the worker that keeps pages.
 * It never authorizes: that is the data layer's work.
 * `strict-dynamic` lets Next's own chunks load from a script that carries the nonce.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // Next writes style attributes; no style can run code here.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Without these two the list for scripts would hold for them, which names no address.
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  // Next itself would answer an address that cannot be decoded with 500.
  if (!isDecodable(request.nextUrl.pathname))
    return new NextResponse(null, { status: 400, headers: { 'Content-Security-Policy': policy } });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set(sessionMarkHeader, sessionMark(request.cookies.getAll()));
  return response;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

export const config = {
  matcher: [{ source: '/((?!_next/static|icon.svg|sw.js$).*)' }],
};
