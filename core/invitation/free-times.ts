/** Which free times to offer: not all of them, but some of each unit and day, spread over the day. */

/** At most `count` of a list, evenly spread, the first and the last among them. */
export function spread<Value>(values: readonly Value[], count: number): readonly Value[] {
  if (values.length <= count) return values;
  if (count <= 1) return values.slice(0, count);
  const step = (values.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => values[Math.round(i * step)]).filter((value) => value !== undefined);
}
