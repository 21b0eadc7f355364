import type { Manual } from '#contracts/manual';
import { figureWords } from '#web/text/manual-figure';
import { useText } from '../text.tsx';

type Figure = Manual['criteria'][number]['figures'][number];

/** The centre's figures that bear on a criterion, each with its interval and the nation's beside it. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  const { text, written } = useText();
  const words = text.manual;
  if (figures.length === 0) return null;
  return (
    <dl className="criterion-figures" aria-label={words.figures}>
      {figures.map((figure) => {
        const { name, counts, value, interval, nation } = figureWords(words, written, figure);
        return (
          <div key={figure.id}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong> ({interval}){' '}
              <span className="quiet">
                {counts} · {words.nation.toLowerCase()} {nation}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
