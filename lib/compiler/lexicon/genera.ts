/**
 * What kind of thing a definition says its term is. Source: own sorting of the genus words of textbook
 * glossaries. Reason: beside a process, only other processes are wrong answers that could mislead.
 */
const kinds: Readonly<Record<string, string>> = {
  process: `process act action movement transfer conversion loss production exchange transformation formation breakdown
removal release development growth spread change shift increase decrease decline rise reduction division combination
reaction sequence cycle response practice method technique procedure strategy approach use application placement
activity behavior behaviour form operation event period stage phase study treatment test therapy digestion synthesis replication contraction selection exchange flow immersion interview observation survey analysis election vote campaign war revolt revolution endocytosis exocytosis transition migration healing`,
  thing: `bank ridge tea bread cloth pattern sign building tower bridge canal road field house room window roof
structure cell tissue organ gland muscle bone protein enzyme hormone gas liquid fluid rock mineral wave
particle star planet object substance molecule chemical compound material instrument device tool machine ship vessel
drink food element ion acid membrane layer organelle filament fiber fibre tube cavity space surface region area
boundary line body unit component part solution mixture arrangement opening channel receptor vein artery nerve neuron
plant animal organism species bacterium virus molecule bond charge gene chromosome genome strand sequence codon ribosome vesicle transporter pump wall coat sac duct node lens telescope rod wire circuit chip disk engine battery road building house temple ship weapon crop food drug medicine star galaxy cloud crater wind current storm soil ice glacier volcano record list map copy document bond force`,
  quality: `ability capacity tendency amount rate measure number sum ratio proportion percentage total value price
cost quantity degree extent distance power energy difference condition state property level density pressure
temperature frequency length point range set balance quality feature trait lack absence presence potential speed velocity mass volume weight frequency wavelength intensity probability risk advantage skill attitude feeling emotion sense`,
  idea: `study science branch field discipline philosophy ideology policy rule belief principle doctrine right theory
system language program protocol framework model law idea concept view perspective norm standard agreement contract
treaty market economy order government tax payment loan title label map code plan`,
  people: `group class category organization organisation institution party company firm network person individual
scientist worker official member community society population people collection team body council court agency ruler
leader state country nation city empire kingdom colony tribe family clan class elite majority minority army police soldier farmer merchant artist author citizen voter immigrant bloc alliance union coalition`,
};

const byGenus = new Map(
  Object.entries(kinds).flatMap(([kind, words]) => words.split(/\s+/).map((word) => [word, kind] as const)),
);

/** process, thing, quality, idea or people; null for a genus that is not in the list. */
export function kindOfGenus(head: string): string | null {
  return byGenus.get(head) ?? byGenus.get(head.replace(/s$/, '')) ?? null;
}
