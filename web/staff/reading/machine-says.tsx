import type { Mark } from '#core/ai/mark';
import { useText } from '../text.tsx';
import type { ShownCase } from './case-facts.tsx';

type Values = ShownCase['ai'][string];

/** All marks that are shown, of whichever machine. */
export function marksOf(shown: ShownCase): readonly Mark[] {
  return Object.values(shown.marks).flat();
}

/** What machines say of the images, in words: only what the step is shown. Nothing at all when nothing is shown. */
export function MachineSays({ shown }: { readonly shown: ShownCase }) {
  const { text } = useText();
  const names = [...new Set([...Object.keys(shown.ai), ...Object.keys(shown.marks)])];
  if (names.length === 0) return null;
  return (
    <section className="machine" aria-label={text.reading.machine.title}>
      {names.map((name) => (
        <div key={name}>
          <Said values={shown.ai[name] ?? {}} />
          {shown.marks[name] ? <Marked marks={shown.marks[name]} /> : null}
        </div>
      ))}
    </section>
  );
}

/** The order in which they are said. */
const items = ['normalTag', 'score', 'pct', 'right', 'left', 'density', 'quality', 'risk'] as const;

function Said({ values }: { readonly values: Values }) {
  const { text, formatMeasure } = useText();
  const words = text.reading.machine;
  const given = items.filter((item) => values[item] !== undefined);
  if (given.length === 0) return null;
  return (
    <dl>
      {given.map((item) => {
        const value = values[item] as number | string;
        const said = typeof value === 'number' ? formatMeasure(value, item === 'pct' ? 1 : 2) : value;
        return (
          <div key={item} data-item={item}>
            <dt>{words.items[item]}</dt>
            <dd>{item === 'normalTag' ? (words.tags[said] ?? said) : said}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Marked({ marks }: { readonly marks: readonly Mark[] }) {
  const { text, formatMeasure } = useText();
  const words = text.reading.machine;
  if (marks.length === 0) return <p>{words.noMarks}</p>;
  return (
    <>
      <p>{words.marks}</p>
      <ul>
        {marks.map((mark, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a case never change their order
          <li key={i}>
            {text.reading.views[mark.view]}: {words.kinds[mark.kind]}
            {mark.score === undefined ? null : ` (${formatMeasure(mark.score, 2)})`}
          </li>
        ))}
      </ul>
    </>
  );
}
