/**
 * Makes data/geography/municipality-shapes.json from Kommuner-S.geojson (its source stands in data/geography/README.md):
 * municipalities as SVG paths on one plane, in whole steps of half a kilometre.
 *
 *   npx tsx tools/make-municipality-shapes.ts Kommuner-S.geojson
 *
 * Points are moved to the nearest step and those that then fall together are left out. A border shared by two
 * municipalities has the same points in both, so it stays shared: no slivers, without building a topology first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { onPlane } from '#web/charts/plane';

type Ring = readonly (readonly [longitude: number, latitude: number])[];
type Geometry = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
type Feature = { properties: { kommunenummer: string }; geometry: Geometry };

/** Islands smaller than this are left out, unless the municipality has nothing larger; square steps (a quarter of a km²). */
const LEAST_AREA = 12;

const [source] = process.argv.slice(2);
if (!source) throw new Error('usage: npx tsx tools/make-municipality-shapes.ts Kommuner-S.geojson');
const { features } = JSON.parse(readFileSync(source, 'utf8')) as { features: Feature[] };

const shapes = features
  .map(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.map((rings) => rings.map(snapped).filter((ring) => ring.length > 3));
    const kept = rings.filter((polygon) => polygon[0] && Math.abs(area(polygon[0])) >= LEAST_AREA);
    const largest = rings.toSorted((a, b) => Math.abs(area(b[0] ?? [])) - Math.abs(area(a[0] ?? [])))[0];
    if (!largest) throw new Error(`${properties.kommunenummer} is too small to be drawn`);
    return [properties.kommunenummer, (kept.length > 0 ? kept : [largest]).flat()] as const;
  })
  .toSorted(([a], [b]) => (a < b ? -1 : 1));

const lines = shapes.map(([number, rings]) => `  "${number}": "${rings.map(path).join('')}"`);
writeFileSync(new URL('../data/geography/municipality-shapes.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);

type Step = readonly [x: number, y: number];

function snapped(ring: Ring): readonly Step[] {
  const steps: Step[] = [];
  for (const [longitude, latitude] of ring) {
    const { x, y } = onPlane({ latitude, longitude });
    const step: Step = [Math.round(x), Math.round(y)];
    const last = steps[steps.length - 1];
    if (last && last[0] === step[0] && last[1] === step[1]) continue;
    steps.push(step);
  }
  return steps;
}

function area(ring: readonly Step[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    const [a, b] = [ring[i], ring[i + 1]];
    if (a && b) sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}

/** The ring as moves from point to point, as short as SVG allows. */
function path(ring: readonly Step[]): string {
  const [first, ...rest] = ring.slice(0, -1);
  if (!first) return '';
  let [x, y] = first;
  const moves = rest.map((step) => {
    const [dx, dy] = [step[0] - x, step[1] - y];
    [x, y] = step;
    return `${dx}${dy < 0 ? '' : ' '}${dy}`;
  });
  return `M${first[0]} ${first[1]}l${moves.join(' ')}z`;
}
