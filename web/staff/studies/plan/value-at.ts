/** What stands at a path of a plan, as 'title.nb' or 'consent.forms.0.from'. */
export function valueAt(whole: unknown, path: string): unknown {
  return path.split('.').reduce((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], whole);
}

/** The same with another value there; undefined takes the key away. */
export function withValueAt<T>(whole: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const next =
    rest.length === 0 ? value : withValueAt((whole as Record<string, unknown>)[key] ?? {}, rest.join('.'), value);
  if (Array.isArray(whole)) return whole.map((part, i) => (i === Number(key) ? next : part)) as T;
  const { [key]: _before, ...others } = whole as Record<string, unknown>;
  return (next === undefined ? others : { ...(whole as object), [key]: next }) as T;
}
