/**
 * Sets of words so near in sense that one may not stand as a wrong answer beside another.
 * Source: curated by hand for expository prose on politics, economy, history and science; checked against
 * the sense groups of general thesauri. Reason: design/quiz-generation.md, "double keys". Stems are matched.
 */
const sets = `
alliance partnership pact league coalition bloc
alignment partnership
agreement treaty accord pact deal contract
risk danger threat hazard peril
aim goal objective purpose target
policy strategy approach
war conflict hostilities fighting
trade commerce
money currency
power strength might
influence sway leverage clout
dominance hegemony supremacy domination primacy
sovereignty independence autonomy
dependence reliance
interdependence reliance
sanctions embargo penalties
border frontier boundary
leader ruler head
government administration regime
country state nation
law statute act rule
weapon arms armament munition weaponry
army military forces troops
exercise drill manoeuvre maneuver
area region zone
growth increase rise expansion
decline decrease fall drop reduction
change shift transformation
cause reason ground
effect result consequence outcome
problem difficulty challenge
chance opportunity
help aid assistance support
worry concern fear anxiety
view opinion belief position stance
idea notion concept
way method means manner
part component element piece
whole entirety total
beginning start origin onset
end conclusion finish
company firm business enterprise corporation
worker employee labourer
wage salary pay earnings
tax levy duty tariff
price cost charge
buyer customer purchaser consumer
seller vendor supplier
market exchange
wealth riches prosperity affluence
poverty hardship want
energy fuel
oil petroleum crude
illness disease sickness
cure remedy treatment therapy
test trial experiment
proof evidence
rule principle norm
freedom liberty
equality parity
asymmetry imbalance inequality disparity
resilience robustness toughness
convergence rapprochement
bond tie link connection
enemy foe adversary opponent rival
friend ally partner
citizen national subject
vote ballot poll
meeting summit conference talks
speech address
letter note message
map chart plan
road route path way
city town
village hamlet
sea ocean
ship vessel
plane aircraft
house home dwelling
king monarch sovereign
rebellion revolt uprising insurrection revolution
killing murder assassination
theft robbery
prison jail
judge magistrate
fast quick rapid swift
big large great huge vast
small little tiny
important significant major crucial vital essential critical
strong robust powerful
weak feeble fragile
new novel recent
old ancient
joint common shared mutual
growing increasing rising
`;

export const nearSynonyms: readonly (readonly string[])[] = sets
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
