/** A place on earth, degrees (WGS 84). */
export type Point = { readonly latitude: number; readonly longitude: number };

/** Mean earth radius, km (IUGG). */
const RADIUS_KM = 6371.0088;

/** Distance as the crow flies, km (haversine formula). */
export function kmBetween(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLon = (b.longitude - a.longitude) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
