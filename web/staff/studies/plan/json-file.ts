/** A value as a JSON file that people can read too. */
export function jsonFile(value: unknown): Blob {
  return new Blob([JSON.stringify(value, null, 1)], { type: 'application/json' });
}
