/** Does an inline style keep what it stands on from being seen? */
export function isHiddenStyle(style: string): boolean {
  const plain = style.toLowerCase().replace(/\s+/g, '');
  return (
    /(?:^|;)display:none/.test(plain) ||
    /(?:^|;)(?:visibility:(?:hidden|collapse)|content-visibility:hidden)/.test(plain) ||
    /(?:^|;)font-size:(?:0(?:\.0\d*)?[a-z%]*|[01](?:\.\d+)?p[xt])(?:;|!|$)/.test(plain) ||
    /(?:^|;)opacity:0(?:\.0+)?(?![\d.])/.test(plain) ||
    /(?:^|;)(?:clip:rect\(0|clip-path:inset\((?:50|100)%)/.test(plain) ||
    /(?:^|;)text-indent:-\d{3,}/.test(plain) ||
    (/(?:^|;)position:(?:absolute|fixed)/.test(plain) && /(?:^|;)(?:left|top|right):-\d{3,}/.test(plain))
  );
}
