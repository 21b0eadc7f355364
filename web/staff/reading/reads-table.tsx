import { POSITIVE_FROM } from '#core/protocols/facts';
import { useText } from '../text.tsx';
import type { ShownCase } from './case-facts.tsx';
import { type Side, sides } from './score-scale.ts';

/** The breasts that a read shown here scored 2 or more. */
export function positiveSides({ own, others }: ShownCase): readonly Side[] {
  return sides.filter((side) => [...own, ...others].some((read) => read[side] >= POSITIVE_FROM));
}

/** The independent reads, side by side for each breast, as the protocol lets the members see them. */
export function ReadsTable({ shown }: { readonly shown: ShownCase }) {
  const { text } = useText();
  const names = new Map(shown.consensus?.radiologists.map((r) => [r.id, r.name]));
  const reads = [...shown.own, ...shown.others].toSorted((a, b) => a.step.localeCompare(b.step));
  const marked = (step: string, side: Side) =>
    (shown.consensus?.findings ?? [])
      .filter((f) => f.step === step && f.breast === side)
      .map((f) => text.reading.findingKinds[f.kind])
      .join(', ');
  // A protocol may show the members no read at all.
  if (reads.length === 0) return null;
  return (
    <table className="reads">
      <caption>{text.reading.reads}</caption>
      <thead>
        <tr>
          <th scope="col">{text.reading.reader}</th>
          {sides.map((side) => (
            <th key={side} scope="col">
              {text.reading.breast[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reads.map((r, i) => (
          <tr key={r.step}>
            <th scope="row">
              {names.get(r.reader) ?? r.reader}
              {reads.slice(0, i).some((earlier) => earlier.reader === r.reader)
                ? ` (${text.reading.lookAgain.second})`
                : null}
            </th>
            {sides.map((side) => (
              <td key={side} data-positive={r[side] >= POSITIVE_FROM}>
                <span>{r[side]}</span> {marked(r.step, side)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
