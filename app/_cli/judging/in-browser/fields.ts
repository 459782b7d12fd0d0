import { criteria, decisions, draft, item, keys, make, names } from './state.ts';

/** The fields in which a question is answered and then rated. */

export function choice(letter: string, text: string): HTMLElement {
  const { kind } = item();
  const input = make('input', {
    type: kind === 'multiple' ? 'checkbox' : 'radio',
    name: 'answer',
    value: letter,
    disabled: draft().isAnswered,
    checked: draft().answer.split(' ').includes(letter),
  });
  return make('label', { class: 'option' }, input, make('kbd', {}, letter), make('span', {}, text));
}

export function picker(label: string, given: string): HTMLElement {
  const options = item().choices.map(({ letter, text }) =>
    make('option', { value: letter, selected: letter === given }, `${letter}. ${text}`),
  );
  const select = make(
    'select',
    { name: 'answer', disabled: draft().isAnswered },
    make('option', { value: '' }),
    ...options,
  );
  return make('label', { class: 'pick' }, make('span', {}, label), select);
}

export function answerFields(): HTMLElement[] {
  const { kind, options, lefts, choices } = item();
  const given = draft().answer;
  if (kind === 'matching')
    return lefts.map(({ number, text }) =>
      picker(`${number}. ${text}`, new RegExp(`\\b${number}([A-Z])`).exec(given)?.[1] ?? ''),
    );
  if (kind === 'ordering')
    return choices.map((_, at) => picker(`Place ${at + 1}`, given.split(' ')[at] ?? ''));
  if (kind === 'short' || kind === 'cloze') {
    const field = make('input', {
      name: 'answer',
      value: given,
      disabled: draft().isAnswered,
      autocomplete: 'off',
    });
    return [make('label', { class: 'pick' }, make('span', {}, 'Your answer'), field)];
  }
  return options.map(({ letter, text }) => choice(letter, text));
}

export function readAnswer(): string {
  const { kind, lefts } = item();
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name=answer]')];
  if (kind === 'matching') {
    const letters = fields.map(({ value }) => value);
    return letters.includes('') ? '' : lefts.map(({ number }, at) => `${number}${letters[at]}`).join(' ');
  }
  if (kind === 'ordering')
    return fields.some(({ value }) => value === '') ? '' : fields.map(({ value }) => value).join(' ');
  if (kind === 'short' || kind === 'cloze') return fields[0]?.value.trim() ?? '';
  return fields
    .filter((field) => field instanceof HTMLInputElement && field.checked)
    .map(({ value }) => value)
    .join(' ');
}

export function ratingFields(): HTMLElement[] {
  const own = draft();
  const key = keys.find(({ id }) => id === item().id);
  const reasons = (key?.options ?? []).map(({ letter, correct, rationale }) =>
    make('li', {}, `${letter}, ${correct ? 'right' : 'wrong'}: ${rationale}`),
  );
  const boxes = names.map((name, at) => {
    const box = make('input', {
      type: 'checkbox',
      name: 'criterion',
      value: name,
      checked: !own.faults.includes(name),
    });
    return make(
      'label',
      { class: 'option' },
      box,
      make('kbd', {}, String(at + 1)),
      make('span', {}, criteria[name]),
    );
  });
  const radios = decisions.map(([letter, value, label]) => {
    const radio = make('input', {
      type: 'radio',
      name: 'publishable',
      value,
      checked: own.publishable === value,
    });
    return make('label', { class: 'option' }, radio, make('kbd', {}, letter), make('span', {}, label));
  });
  const note = make('textarea', { name: 'note', rows: '2' }, own.note);
  return [
    make(
      'div',
      { class: 'key' },
      make('p', {}, `Key: ${key?.right ?? ''} (${key?.rightText ?? ''}). You answered: ${own.answer}`),
      make('ul', {}, ...reasons),
    ),
    make('fieldset', {}, make('legend', {}, 'Clear what does not hold'), ...boxes),
    make('fieldset', {}, make('legend', {}, 'Publishable?'), ...radios),
    make('label', { class: 'pick' }, make('span', {}, 'Note: what is wrong, in a few words'), note),
  ];
}
