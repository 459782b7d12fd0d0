/**
 * English words that say little of what a text is about: determiners, pronouns, prepositions,
 * conjunctions, auxiliaries, common adverbs and a few verbs of saying. Lower case, straight apostrophes.
 */
export const stopWords = new Set(
  (
    'a an the this that these those such some any each every either neither both all most many much more less ' +
    'few several other another same own no not nor only very too so quite rather almost just even also still ' +
    'yet again already ever never always often sometimes usually perhaps maybe really simply ' +
    'i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its ' +
    'itself we us our ours ourselves they them their theirs themselves who whom whose which what whatever ' +
    'one ones someone anyone everyone something anything everything nothing none somebody nobody everybody ' +
    'of in on at by for from with without within into onto upon to toward towards over under above below ' +
    'between among across through throughout during before after since until till about against along around ' +
    'behind beside besides beyond despite except inside outside near off out up down per via than as like unlike ' +
    'and or but if unless because although though while whereas whether when whenever where wherever why how ' +
    'however therefore thus hence then moreover furthermore nevertheless otherwise instead meanwhile here there ' +
    'am is are was were be been being have has had having do does did doing done will would shall should can ' +
    'could may might must ought cannot get gets got let lets make makes made say says said call calls called ' +
    "isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't wouldn't shouldn't haven't hasn't " +
    "hadn't it's that's there's i'm you're we're they're i've you've we've they've i'll you'll we'll they'll " +
    "he's she's let's who's what's"
  ).split(' '),
);
