/** What an answer may weigh; longer ones are no answers. */
export const mostBytes = 64 * 1024;

/** The JSON that a page's script sent; null where it is none, or too long. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > mostBytes) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Said to a script that keeps the answer and tries again. */
export function away(): Response {
  return Response.json({ refusal: 'database-away' }, { status: 503, headers: { 'retry-after': '5' } });
}
