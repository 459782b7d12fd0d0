import type { Element, ElementContent, RootContent } from 'hast';
import { isHiddenStyle } from './hidden-style.ts';

export type HtmlNode = RootContent | ElementContent;

/** Never text of the page. */
const unread = new Set(
  (
    'script style template noscript iframe object embed svg math canvas audio video picture img map head link ' +
    'meta title form button input select option optgroup textarea label fieldset datalist output progress meter ' +
    'dialog menu nav aside footer del s strike rp rt figcaption frameset noframes noembed'
  ).split(' '),
);
const unreadRoles = new Set(
  'navigation banner contentinfo complementary search dialog alert menu toolbar'.split(' '),
);

/** Names that pages give to what surrounds their text. */
const surrounding =
  /(?:^|[-_ ])(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|cookies?|banner|share|sharing|social|related|recommended|advert|advertisement|ads?|promo|comments?|disqus|newsletter|subscribe|subscription|footer|pagination|toc|skip-link|sr-only|visually-hidden|screen-reader-text|popup|modal|reference|references|reflist|footnotes?|noprint|editsection|mw-editsection)(?:$|[-_ ])/i;

/** Names that often stand on the whole of a page's text: not judged there. */
const whole = new Set(['html', 'body', 'main', 'article']);

export function isElement(node: HtmlNode): node is Element {
  return node.type === 'element';
}

export type Left = 'hidden' | 'surrounding';

/** Why an element is not read, or null: nobody sees it, or it is no part of the page's text. */
export function leftOut(element: Element): Left | null {
  const { properties, tagName } = element;
  if (
    (properties.hidden !== undefined && properties.hidden !== null && properties.hidden !== false) ||
    String(properties.ariaHidden) === 'true' ||
    (typeof properties.style === 'string' && isHiddenStyle(properties.style))
  ) {
    return tagName === 'body' || tagName === 'html' ? null : 'hidden';
  }
  if (unread.has(tagName) || unreadRoles.has(String(properties.role ?? ''))) return 'surrounding';
  if (whole.has(tagName) || /^h[1-6]$/.test(tagName)) return null;
  const names = [properties.className ?? [], properties.id ?? []].flat().join(' ');
  return names !== '' && names.length < 400 && surrounding.test(names) ? 'surrounding' : null;
}
