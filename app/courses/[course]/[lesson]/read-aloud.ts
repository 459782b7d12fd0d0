/** What is read, in the order of the page: the title, headings, sentences and context boxes; no question, no margin. */
const read =
  '.lesson h1, .lesson .body .h2, .lesson .body .source span[id], .lesson .body .context :is(h2, p)';
/** The sentence that is heard. */
const heard = 'is-heard';

export type Reading = { pause(): void; goOn(): void; setRate(rate: number): void; stop(): void };

/**
 * Reads the lesson of this page from its beginning, a sentence at a time, and marks the one that is heard. One
 * utterance a sentence: browsers break off long ones, and some cannot pause at all, so that going on begins the
 * sentence anew.
 */
export function readAloud(initialRate: number, ended: () => void): Reading {
  const pieces = [...document.querySelectorAll<HTMLElement>(read)];
  let at = 0;
  let rate = initialRate;
  // What a silenced one still reports is not listened to.
  let saying: SpeechSynthesisUtterance | null = null;

  function silence() {
    saying = null;
    speechSynthesis.cancel();
  }
  function mark(piece: HTMLElement | undefined) {
    for (const marked of document.querySelectorAll(`.${heard}`)) marked.classList.remove(heard);
    if (piece === undefined) return;
    piece.classList.add(heard);
    const { top, bottom } = piece.getBoundingClientRect();
    if (top >= 96 && bottom <= innerHeight - 96) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    piece.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  }
  function say() {
    const piece = pieces[at];
    mark(piece);
    if (piece === undefined) return finish();
    const utterance = new SpeechSynthesisUtterance(piece.textContent ?? '');
    utterance.lang = piece.closest<HTMLElement>('[lang]')?.lang ?? '';
    utterance.rate = rate;
    utterance.onend = () => {
      if (saying !== utterance) return;
      at += 1;
      say();
    };
    utterance.onerror = () => {
      if (saying === utterance) finish();
    };
    saying = utterance;
    speechSynthesis.speak(utterance);
  }
  function finish() {
    silence();
    mark(undefined);
    ended();
  }

  silence();
  say();
  return {
    pause: silence,
    goOn: say,
    setRate(next) {
      rate = next;
      if (saying === null) return;
      silence();
      say();
    },
    stop: finish,
  };
}
