'use client';

import { useEffect } from 'react';

/** Long enough not to open while the pointer passes, as browsers wait themselves. */
const patience = 400;

/** Opens a key term's definition under the pointer where a browser does not yet know `interestfor`. */
export function TermHover() {
  useEffect(() => {
    if ('interestForElement' in HTMLButtonElement.prototype || !('showPopover' in HTMLElement.prototype))
      return;
    let waiting = 0;
    const over = (event: PointerEvent) => {
      const term = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('.term') : null;
      clearTimeout(waiting);
      if (term === null || event.pointerType !== 'mouse') return;
      const definition = document.getElementById(term.getAttribute('popovertarget') ?? '');
      waiting = window.setTimeout(() => definition?.showPopover({ source: term }), patience);
    };
    document.addEventListener('pointerover', over);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener('pointerover', over);
    };
  }, []);
  return null;
}
