import { formatScale } from '#web/text/format-scale';
import { useText } from '../text.tsx';
import type { Manual } from './centre-page.tsx';

type Figure = Manual['criteria'][number]['figures'][number];

/** The centre's figures that bear on a criterion, each with its interval and the nation's beside it. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  const { text, written, formatNumber } = useText();
  const words = text.manual;
  if (figures.length === 0) return null;
  const write = (figure: Figure, value: number | null) => formatScale(written, figure.scale, value);
  return (
    <dl className="criterion-figures" aria-label={words.figures}>
      {figures.map((figure) => (
        <div key={figure.id}>
          <dt>{figure.name[written]}</dt>
          <dd>
            <strong>{write(figure, figure.value)}</strong>{' '}
            {figure.limits ? `(${write(figure, figure.limits.lower)}–${write(figure, figure.limits.upper)})` : ''}{' '}
            <span className="quiet">
              {formatNumber(figure.numerator)} / {formatNumber(figure.denominator)} · {words.nation.toLowerCase()}{' '}
              {write(figure, figure.nation)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
