/**
 * Auxiliaries and their grammar. Source: closed classes of English.
 * Reason: they invert in a question; every other verb needs "do".
 */
export const modals: ReadonlySet<string> = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'shall',
  'should',
  'must',
]);
export const beForms: ReadonlySet<string> = new Set(['am', 'is', 'are', 'was', 'were']);
export const haveForms: ReadonlySet<string> = new Set(['has', 'have', 'had']);
export const doForms: ReadonlySet<string> = new Set(['do', 'does', 'did']);
export const singularAuxiliaries: ReadonlySet<string> = new Set(['is', 'was', 'has', 'does']);
export const pluralAuxiliaries: ReadonlySet<string> = new Set(['are', 'were', 'have', 'do']);

/**
 * Irregular verbs as base, past, participle. Source: the common irregular verbs of English grammars.
 * Reason: do-support needs the base form of a past tense, and a participle must not pass for a finite verb.
 */
const irregular = `arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun|
bend bent bent|bet bet bet|bind bound bound|bite bit bitten|blow blew blown|break broke broken|bring brought brought|
build built built|burn burnt burnt|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|
come came come|cost cost cost|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|
drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|
flee fled fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|freeze froze frozen|get got got|
give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|
hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|
let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid|put put put|
read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|
speak spoke spoken|spend spent spent|split split split|spread spread spread|stand stood stood|steal stole stolen|
stick stuck stuck|strike struck struck|swear swore sworn|swim swam swum|take took taken|teach taught taught|
tear tore torn|tell told told|think thought thought|throw threw thrown|understand understood understood|wake woke woken|
wear wore worn|win won won|withdraw withdrew withdrawn|write wrote written|undergo underwent undergone|
undertake undertook undertaken|overcome overcame overcome|withstand withstood withstood|uphold upheld upheld`;

const entries = irregular.split('|').map((entry) => {
  const [base = '', past = '', participle = ''] = entry.trim().split(' ');
  return { base, past, participle };
});

export const baseOfPast: ReadonlyMap<string, string> = new Map(entries.map(({ base, past }) => [past, base]));
export const irregularParticiples: ReadonlySet<string> = new Set(entries.map(({ participle }) => participle));

/** Base and past alike ("set", "cut"): the tense cannot be read off the form. */
export const tenseless: ReadonlySet<string> = new Set(
  entries.filter(({ base, past }) => base === past).map(({ base }) => base),
);

/**
 * Words that are a noun and a verb in one form, so that a tagger mistakes the finite verb for a noun
 * ("the partnership appeals to …"). Source: own reading of tagged expository prose.
 */
export const nounVerbs: ReadonlySet<string> = new Set(
  `account act address advance aim answer appeal approach attack attempt balance ban benefit bond border break call
cause challenge change charge claim climb comment compromise concern conflict contact contest contract contrast control cost cover
cross curb cut damage deal demand design display divide doubt drift drive drop ease effect end exercise expand face fall favour
favor feature fight fit flow focus follow force form fuel function fund gain grant group grow guard guide hand harm help
hold hope impact increase influence interest invest issue join judge keep lack last lead leave level limit link look make mark
market match matter mean measure meet mix move name need note object offer order outline pass pay place plan play point
position power practise present press pressure price prize produce profit project promise protest push question raise range rank rate reach
rely remain report request reserve respect rest result return reward ride ring rise risk role rule run sanction search serve set shape
share shift show side signal sign slow sound spread stand start state step stop store strain strike struggle study
suffer supply support surge target tend test threat threaten tie touch trade train transfer transport travel treat trend try turn use value
burden export import fine tax raise lower fish farm house ship mine water heat cool warm burn steam pump filter store stem stream surface sort pattern shape shade shelter shield shock sign
splash spray stain stamp station stock storm structure tie torment trace track trap tunnel twist update upgrade urge void weigh yield bind bond bear bend block boost branch bridge broadcast burst
capture catch clear coat combat command conduct crack craft crash cycle dam dance date debate decay decline decrease defeat delay detail diet document dominate draft drain dream dress drill echo edge escape estimate exploit
finance flood flower focus fossil frame freeze gather group guide host house hunt ice index initiate insult label land layer leak lock log loan map mask mass merge mirror model monitor mount nest network number orbit pace pair park part patrol perfume permit phase picture pile pilot pipe plant plot pool pose post pour present process profile program progress pulse purchase quarry quote race rain rebel rebound recruit refuge regret release remark repair resist retreat reward root rotate route sail sample scale screen seal seed sense sentence separate settle share signal slide smoke spin splice stabilize stretch stress subject surge survey swing switch taste team throw toll total tour tow transform transplant treat twin value veil venture view visit volunteer vote wait want warn watch weaken welcome win wish witness work worry`.split(
    /\s+/,
  ),
);
