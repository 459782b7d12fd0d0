/** A relative address: behind a proxy the request's own host may not be the public one. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
