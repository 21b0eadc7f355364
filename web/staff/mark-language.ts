import { seTexts } from '#web/text/se';

const named = ['aria-label', 'placeholder', 'title'] as const;

/**
 * While the Sámi catalogue is partial, the body is bokmål and each element whose words are Sámi is marked so, as the
 * page changes. Elements that say their language themselves are left alone. Returns what takes the marks away again.
 */
export function markSami(body: HTMLElement): () => void {
  const marked = new Set<Element>();
  const mark = (element: Element): void => {
    if (element.hasAttribute('lang') && !marked.has(element)) return;
    if (isSami(element)) {
      element.setAttribute('lang', 'se');
      marked.add(element);
    } else if (marked.delete(element)) element.removeAttribute('lang');
  };
  const markAll = (root: Element): void => {
    mark(root);
    for (const element of root.querySelectorAll('*')) mark(element);
  };
  body.lang = 'nb';
  markAll(body);
  const watch = new MutationObserver((changes) => {
    for (const change of changes) {
      const element = change.target instanceof Element ? change.target : change.target.parentElement;
      if (element) mark(element);
      for (const node of change.addedNodes) if (node instanceof Element) markAll(node);
    }
  });
  watch.observe(body, {
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: named.slice(),
    subtree: true,
  });
  return () => {
    watch.disconnect();
    body.removeAttribute('lang');
    for (const element of marked) element.removeAttribute('lang');
  };
}

/** Its own text is Sámi; an element that holds no text at all goes by the name it is given. */
function isSami(element: Element): boolean {
  const own = [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.nodeValue?.trim() ?? '')
    .filter((words) => words !== '');
  if (own.length > 0) return own.every((words) => seTexts.has(words));
  return element.textContent?.trim() === '' && named.some((name) => seTexts.has(element.getAttribute(name) ?? ''));
}
