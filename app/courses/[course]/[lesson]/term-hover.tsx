'use client';

import { useEffect } from 'react';

/** Long enough that nothing opens or closes while the pointer passes, as browsers wait themselves. */
const patience = 400;

/** Opens a key term's definition under the pointer where a browser does not yet know `interestfor`. */
export function TermHover() {
  useEffect(() => {
    if ('interestForElement' in HTMLButtonElement.prototype || !('showPopover' in HTMLElement.prototype))
      return;
    let waiting = 0;
    let opened: HTMLElement | null = null;
    const over = ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== 'mouse' || !(target instanceof Element)) return;
      clearTimeout(waiting);
      const term = target.closest<HTMLButtonElement>('.term');
      const definition = document.getElementById(term?.getAttribute('popovertarget') ?? '');
      if (term !== null && definition !== null)
        waiting = window.setTimeout(() => {
          opened = definition;
          if (!definition.matches(':popover-open')) definition.showPopover({ source: term });
        }, patience);
      else if (target.closest('.def') === null)
        waiting = window.setTimeout(() => {
          if (opened?.matches(':popover-open')) opened.hidePopover();
          opened = null;
        }, patience);
    };
    document.addEventListener('pointerover', over);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener('pointerover', over);
    };
  }, []);
  return null;
}
