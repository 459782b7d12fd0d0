import { type RefObject, useCallback, useEffect, useState } from 'react';

const storageKey = 'lectern.letter-keys';

/**
 * A to H choose an option, and Enter answers from wherever the page stands. Single-key shortcuts must be possible to switch off (WCAG 2.1.4): the choice is
 * kept in this browser. `available` is false until the script runs, so that the page never offers
 * what it cannot do yet.
 */
export function useLetterKeys(form: RefObject<HTMLFormElement | null>, wanted: boolean) {
  const [state, setState] = useState<{ available: boolean; on: boolean }>({ available: false, on: false });

  useEffect(() => {
    let on = true;
    try {
      on = localStorage.getItem(storageKey) !== 'off';
    } catch {
      // Without storage the shortcuts start on.
    }
    setState({ available: wanted, on });
  }, [wanted]);

  useEffect(() => {
    if (!state.available || !state.on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      // On a choice or a button Enter does its own; on the page alone it would do nothing.
      if (event.key === 'Enter' && event.target === document.body && !event.repeat)
        return form.current?.requestSubmit();
      const index = event.key.length === 1 ? event.key.toLowerCase().charCodeAt(0) - 97 : -1;
      const choices = form.current?.querySelectorAll<HTMLInputElement>('input[name="option"]') ?? [];
      const choice = choices[index];
      if (choice === undefined) return;
      event.preventDefault();
      choice.click();
      choice.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [form, state]);

  const toggle = useCallback(() => {
    setState((before) => {
      try {
        localStorage.setItem(storageKey, before.on ? 'off' : 'on');
      } catch {
        // The choice then lasts as long as this page.
      }
      return { ...before, on: !before.on };
    });
  }, []);

  return { ...state, toggle };
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
