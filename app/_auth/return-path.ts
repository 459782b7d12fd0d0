/** A path on this site to go back to after signing in; anything else (another host, a script) becomes `fallback`. */
export function returnPath(value: string | null | undefined, fallback: string): string {
  if (value === null || value === undefined || value.length > 500) return fallback;
  // One slash and then neither a slash nor a backslash: browsers read "//host" and "/\host" as another site.
  if (!/^\/(?![/\\])/.test(value)) return fallback;
  // Browsers drop tabs and line ends inside an address before they read it.
  for (const character of value) if (character.charCodeAt(0) < 0x20) return fallback;
  return value;
}
