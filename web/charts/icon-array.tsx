/** A thousand women, one sign each, in groups that differ by shape as well as by colour. */
type IconGroup = {
  readonly id: string;
  readonly count: number;
  readonly shape: IconShape;
};
export type IconShape = 'ring' | 'square' | 'cross' | 'dot';

const ACROSS = 25;
const STEP = 10;

/** One path for all signs of a group: a thousand elements would be a heavy page on a telephone. */
function pathOf(shape: IconShape, from: number, count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const x = ((from + i) % ACROSS) * STEP + STEP / 2;
    const y = Math.floor((from + i) / ACROSS) * STEP + STEP / 2;
    return signs[shape](x, y);
  }).join('');
}

const signs: Readonly<Record<IconShape, (x: number, y: number) => string>> = {
  ring: (x, y) => `M${x - 2.6} ${y}a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0`,
  square: (x, y) => `M${x - 3.2} ${y - 3.2}h6.4v6.4h-6.4z`,
  cross: (x, y) => `M${x - 2.8} ${y - 2.8}l5.6 5.6m0-5.6l-5.6 5.6`,
  dot: (x, y) => `M${x - 1.9} ${y}a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0`,
};

/** The array; what it says stands in `title`, and in a table beside it. */
export function IconArray({ title, groups }: { readonly title: string; readonly groups: readonly IconGroup[] }) {
  const total = groups.reduce((sum, group) => sum + group.count, 0);
  const height = Math.ceil(total / ACROSS) * STEP;
  let from = 0;
  return (
    <svg className="icon-array" viewBox={`0 0 ${ACROSS * STEP} ${height}`} role="img" aria-label={title}>
      {groups.map(({ id, count, shape }) => {
        const path = pathOf(shape, from, count);
        from += count;
        return <path key={id} className={`icon icon-${shape}`} d={path} />;
      })}
    </svg>
  );
}

/** The sign of a group, for its words beside the array. */
export function IconSign({ shape }: { readonly shape: IconShape }) {
  return (
    <svg width="20" height="20" viewBox="0 0 10 10" aria-hidden="true">
      <path className={`icon icon-${shape}`} d={signs[shape](5, 5)} />
    </svg>
  );
}
