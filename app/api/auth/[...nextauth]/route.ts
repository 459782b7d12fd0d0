import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#app/_auth/options.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

// Options are read at the first request, not at build time, when nothing is configured yet.
function handler(request: NextRequest, context: Context) {
  return NextAuth(request as never, context as never, authOptions());
}

export { handler as GET, handler as POST };
