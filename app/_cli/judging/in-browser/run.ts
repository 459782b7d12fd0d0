import type { Criterion, Verdict } from '#lib/analytics/judging/verdict.ts';
import { answerFields, ratingFields, readAnswer } from './fields.ts';
import { byId, decisions, draft, item, keep, keys, make, names, say, sheet, state } from './state.ts';

/** What the judging page does: each question is answered first; then its key is shown, and the answer stays. */

function showText(): void {
  const { document: id } = item();
  const text = sheet.documents.find((each) => each.id === id)?.text ?? '';
  const panel = byId('text');
  panel.textContent = text;
  const quote = draft().isAnswered ? keys.find((key) => key.id === item().id)?.evidence[0] : undefined;
  const start = quote === undefined ? -1 : text.indexOf(quote);
  if (quote === undefined || start < 0) return;
  const mark = make('mark', {}, quote);
  panel.replaceChildren(text.slice(0, start), mark, text.slice(start + quote.length));
  panel.scrollTop = mark.offsetTop - panel.offsetTop - 40;
}

function show(): void {
  const { isAnswered } = draft();
  const stem = make('h1', { tabindex: '-1' }, item().stem);
  const legend = item().kind === 'multiple' ? 'Choose all that are right' : 'Answer from the text alone';
  byId('question').replaceChildren(
    stem,
    make('fieldset', {}, make('legend', {}, legend), ...answerFields()),
    ...(isAnswered ? ratingFields() : []),
    make('button', { type: 'submit' }, isAnswered ? 'Next question' : 'Answer and see the key'),
  );
  showText();
  keep();
  stem.focus();
}

function go(to: number): void {
  state.at = Math.min(Math.max(to, 0), sheet.items.length - 1);
  say('');
  show();
}

function next(): void {
  if (!draft().isAnswered) answerNow();
  else if (draft().publishable === null) say('Say whether it is publishable: Y, E or N.');
  else if (state.at + 1 === sheet.items.length) say('That was the last question. Save your verdicts.');
  else go(state.at + 1);
}

function answerNow(): void {
  const answer = readAnswer();
  if (answer === '') {
    say('Answer first: the key is shown after that.');
    return;
  }
  draft().answer = answer;
  draft().isAnswered = true;
  say('The key is shown.');
  show();
}

function readRating(): void {
  const own = draft();
  if (!own.isAnswered) return;
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[name=criterion]')];
  own.faults = names.filter((name) => boxes.some((box) => box.value === name && !box.checked));
  const chosen = document.querySelector<HTMLInputElement>('[name=publishable]:checked')?.value;
  own.publishable = decisions.find(([, value]) => value === chosen)?.[1] ?? null;
  own.note = document.querySelector<HTMLTextAreaElement>('[name=note]')?.value.trim() ?? '';
  keep();
}

function save(): void {
  if (state.judge === '') {
    byId('judge').focus();
    say('Write your name first: verdicts are told apart by it.');
    return;
  }
  const verdicts = sheet.items.flatMap(({ id }): Verdict[] => {
    const own = state.drafts[id];
    if (own === undefined || own.publishable === null) return [];
    const { answer, faults, publishable, note } = own;
    const holds = (name: Criterion) => !faults.includes(name);
    const rated = Object.fromEntries(names.map((name) => [name, holds(name)])) as Record<Criterion, boolean>;
    return [{ id, judge: state.judge, answer, ...rated, publishable, note }];
  });
  const blob = new Blob([`${JSON.stringify(verdicts, null, 2)}\n`], { type: 'application/json' });
  const link = make('a', { href: URL.createObjectURL(blob), download: `verdicts-${sheet.seed}.json` });
  link.click();
  say(`${verdicts.length} verdicts saved.`);
}

function press(event: KeyboardEvent): void {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const writes = target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])');
  const isEnter = event.key === 'Enter';
  if (isEnter && (writes ? event.ctrlKey : !target.matches('button'))) {
    event.preventDefault();
    next();
    return;
  }
  if (writes || event.ctrlKey || event.altKey || event.metaKey) return;
  const field = draft().isAnswered ? '.key ~ fieldset' : '#question fieldset';
  const wanted = [...document.querySelectorAll(`${field} label.option`)].find(
    (label) => label.querySelector('kbd')?.textContent === event.key.toUpperCase(),
  );
  wanted?.querySelector('input')?.click();
}

const judge = byId('judge') as HTMLInputElement;
judge.value = state.judge;
judge.addEventListener('input', () => {
  state.judge = judge.value.trim();
  keep();
});
byId('question').addEventListener('input', readRating);
byId('question').addEventListener('submit', (event) => {
  event.preventDefault();
  next();
});
byId('back').addEventListener('click', () => go(state.at - 1));
byId('forward').addEventListener('click', () => go(state.at + 1));
byId('save').addEventListener('click', save);
document.addEventListener('keydown', press);
go(state.at);
