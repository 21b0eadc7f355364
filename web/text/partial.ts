/** A catalogue that is not finished: any part may be missing, and stands in the master language meanwhile. */
export type Partly<T> = {
  readonly [K in keyof T]?: T[K] extends string | readonly string[] | ((...args: never[]) => string)
    ? T[K]
    : Partly<T[K]>;
};

/** The master with what is translated put over it. */
export function over<T extends object>(master: T, translated: Partly<T>): T {
  return Object.fromEntries(
    Object.entries(master).map(([key, value]) => {
      const mine = (translated as Record<string, unknown>)[key];
      if (mine === undefined) return [key, value];
      return [key, isBranch(value) ? over(value, mine as Partly<object>) : mine];
    }),
  ) as T;
}

/** Every whole text that is translated, for marking its language where it is shown; not those with something put in. */
export function textsIn(catalogue: object): readonly string[] {
  return Object.values(catalogue).flatMap((value): readonly string[] => {
    if (typeof value === 'string') return [value];
    return value !== null && typeof value === 'object' ? textsIn(value) : [];
  });
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
