import type { Instrumentation } from 'next';

/** Next asks for this file here: each request that fails becomes one line of the log. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // Next builds this file for its edge runtime too, where there is no log; it strikes the branch out there.
  // biome-ignore lint/style/noProcessEnv: not configuration, a constant that Next puts in
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { logRequestError } = await import('./app/_request-error.ts');
    logRequestError(error, {
      path: request.path,
      method: request.method,
      routePath: context.routePath,
      routeType: context.routeType,
    });
  }
};
