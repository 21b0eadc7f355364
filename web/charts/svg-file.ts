/** What an SVG takes from the page's style sheet, which a file of its own does not have. */
const KEPT = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-family',
  'font-weight',
  'visibility',
];

/** A chart on the page as an SVG file: what the style sheet gives it is written into it. */
export function svgFile(chart: SVGSVGElement): Blob {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const pairs = [...chart.querySelectorAll('*')].map((from, i) => [from, copy.querySelectorAll('*')[i]] as const);
  for (const [from, to] of [[chart, copy] as const, ...pairs]) {
    if (!to) continue;
    const style = getComputedStyle(from);
    for (const name of KEPT) to.setAttribute(name, style.getPropertyValue(name));
    to.removeAttribute('class');
    to.removeAttribute('tabindex');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = chart.getAttribute('aria-label') ?? '';
  copy.prepend(title);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}
