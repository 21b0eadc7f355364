/** Where to come: the unit and the place where it stands, the place only once. */
export function whereWords(unitName: string, place: string): string {
  return unitName.includes(place) ? unitName : `${unitName}, ${place}`;
}
