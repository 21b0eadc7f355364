/** What an SVG takes from the page's style sheet, which a file of its own does not have. */
const KEPT = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-family',
  'font-weight',
  'visibility',
];

/** A chart on the page as an SVG file: what the style sheet gives it is written into it. */
export function svgFile(chart: SVGSVGElement): Blob {
  const copy = withStyle(chart);
  copy.setAttribute('xmlns', NAMESPACE);
  copy.prepend(words('title', chart.getAttribute('aria-label') ?? ''));
  return fileOf(copy);
}

/** So many little charts beside each other on the sheet; with their names they are as wide as a page. */
const COLUMNS = 4;
const GAP = 12;
const NAME_HEIGHT = 16;

/** Several charts of one size as one SVG file, each under its name, in rows. */
export function svgSheet(
  title: string,
  charts: readonly { readonly name: string; readonly svg: SVGSVGElement }[],
): Blob {
  const [first] = charts;
  const { width, height } = first?.svg.viewBox.baseVal ?? { width: 0, height: 0 };
  const [stepX, stepY] = [width + GAP, height + NAME_HEIGHT + GAP];
  const sheet = document.createElementNS(NAMESPACE, 'svg');
  const rows = Math.ceil(charts.length / COLUMNS);
  sheet.setAttribute('xmlns', NAMESPACE);
  sheet.setAttribute('viewBox', `0 0 ${Math.min(charts.length, COLUMNS) * stepX} ${rows * stepY}`);
  sheet.append(words('title', title));
  for (const [i, { name, svg }] of charts.entries()) {
    const place = document.createElementNS(NAMESPACE, 'g');
    place.setAttribute('transform', `translate(${(i % COLUMNS) * stepX} ${Math.floor(i / COLUMNS) * stepY})`);
    const label = words('text', name);
    const { fontFamily, color } = getComputedStyle(svg);
    for (const [key, value] of Object.entries({ y: '12', 'font-size': '11', 'font-family': fontFamily, fill: color }))
      label.setAttribute(key, value);
    const chart = withStyle(svg);
    for (const [key, value] of Object.entries({ y: NAME_HEIGHT, width, height }))
      chart.setAttribute(key, String(value));
    chart.prepend(words('title', svg.getAttribute('aria-label') ?? name));
    place.append(label, chart);
    sheet.append(place);
  }
  return fileOf(sheet);
}

const NAMESPACE = 'http://www.w3.org/2000/svg';

function withStyle(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const pairs = [...chart.querySelectorAll('*')].map((from, i) => [from, copy.querySelectorAll('*')[i]] as const);
  for (const [from, to] of [[chart, copy] as const, ...pairs]) {
    if (!to) continue;
    const style = getComputedStyle(from);
    for (const name of KEPT) to.setAttribute(name, style.getPropertyValue(name));
    to.removeAttribute('class');
    to.removeAttribute('tabindex');
  }
  return copy;
}

function words(kind: 'title' | 'text', content: string): SVGElement {
  const element = document.createElementNS(NAMESPACE, kind);
  element.textContent = content;
  return element;
}

function fileOf(svg: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}
