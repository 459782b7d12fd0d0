/**
 * What kind of thing a definition says its term is. Source: own sorting of the genus words of textbook
 * glossaries. Reason: beside a process, only other processes are wrong answers that could mislead.
 */
const kinds: Readonly<Record<string, string>> = {
  process: `process act action movement transfer conversion loss production exchange transformation formation breakdown
removal release development growth spread change shift increase decrease decline rise reduction division combination
reaction sequence cycle response practice method technique procedure strategy approach use application placement
activity behavior behaviour form operation event period stage transition migration healing`,
  thing: `structure cell tissue organ gland muscle bone protein enzyme hormone gas liquid fluid rock mineral wave
particle star planet object substance molecule chemical compound material instrument device tool machine ship vessel
drink food element ion acid membrane layer organelle filament fiber fibre tube cavity space surface region area
boundary line body unit component part solution mixture arrangement opening channel receptor vein artery nerve neuron
plant animal organism species record list map copy document bond force`,
  quality: `ability capacity tendency amount rate measure number sum ratio proportion percentage total value price
cost quantity degree extent distance power energy difference condition state property level density pressure
temperature frequency length point range set balance quality feature trait lack absence presence`,
  idea: `study science branch field discipline philosophy ideology policy rule belief principle doctrine right theory
system language program protocol framework model law idea concept view perspective norm standard agreement contract
treaty market economy order government tax payment loan title label map code plan`,
  people: `group class category organization organisation institution party company firm network person individual
scientist worker official member community society population people collection team body council court agency ruler
leader state country nation city`,
};

const byGenus = new Map(
  Object.entries(kinds).flatMap(([kind, words]) => words.split(/\s+/).map((word) => [word, kind] as const)),
);

/** process, thing, quality, idea or people; null for a genus that is not in the list. */
export function kindOfGenus(head: string): string | null {
  return byGenus.get(head) ?? byGenus.get(head.replace(/s$/, '')) ?? null;
}
