import type { z } from 'zod';
import type { diagnosis } from '#contracts/cancer-review';
import { useText } from '../text.tsx';

/** What was found later: day, breast, kind and size. */
export function DiagnosisFacts(props: { readonly diagnosis: z.output<typeof diagnosis> }) {
  const { text, formatDate, formatMeasure } = useText();
  const words = text.cancers;
  const { diagnosedOn, side, behaviour, histology, sizeMm, window } = props.diagnosis;
  const histologies: Readonly<Record<string, string>> = text.assessment.histologies;
  const facts: readonly (readonly [string, string])[] = [
    [words.diagnosedOn, formatDate(diagnosedOn)],
    [words.window, window ? words.windows[window] : ''],
    [words.side, text.common.side[side]],
    [words.behaviour, words.behaviours[behaviour]],
    [words.histology, histologies[histology] ?? histology],
    [words.size, sizeMm === null ? '' : formatMeasure(sizeMm)],
  ];
  return (
    <dl className="facts" aria-label={words.diagnosis}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
