/** The CONSORT flow as boxes with lines of words, laid out in whole units: the same for the drawing and its table. */
import type { OutputOf } from '#contracts/endpoint';
import type { showConsort } from '#contracts/study-monitoring';
import type { TextTools } from '../../text.tsx';
import { monitoringTexts } from './monitoring-text.ts';

type View = OutputOf<typeof showConsort>;
export type Line = { readonly words: string; readonly count: number; readonly inner: boolean };
export type Box = { readonly key: string; readonly column: number; readonly lines: readonly Line[] };
export type Row = { readonly key: string; readonly boxes: readonly Box[]; readonly side?: Box };

/** Rows from the top; the first three stand over all columns (column -1), the rest have a box for each arm. */
export function consortRows(view: View, { written }: Pick<TextTools, 'written'>): readonly Row[] {
  const words = monitoringTexts[written];
  const { flow } = view;
  // Of a criterion the plan has what must hold; she is left out because it did not.
  const reason = (id: string) => words.reasons[id] ?? words.notMet(view.reasonWords[id]?.[written] ?? id);
  const list = (reasons: readonly { reason: string; count: number }[]) =>
    reasons.map((one): Line => ({ words: reason(one.reason), count: one.count, inner: true }));
  const whole = (key: string, name: string, count: number, more: readonly Line[] = []): Box => ({
    key,
    column: -1,
    lines: [{ words: name, count, inner: false }, ...more],
  });
  const armName = (arm: string | null) => (arm === null ? words.all : (view.armNames[arm]?.[written] ?? arm));
  const columns = (key: string, lines: (arm: View['flow']['arms'][number]) => readonly Line[]): Row => ({
    key,
    boxes: flow.arms.map((arm, column) => ({ key: `${key} ${column}`, column, lines: lines(arm) })),
  });
  const named = (counts: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([id, count]): Line => ({ words: names[id] ?? id, count, inner: true }));
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  return [
    {
      key: 'assessed',
      boxes: [whole('assessed', words.boxes.assessed, flow.assessed)],
      side: whole('excluded', words.boxes.excluded, flow.excluded.count, list(flow.excluded.reasons)),
    },
    {
      key: 'eligible',
      boxes: [whole('eligible', words.boxes.eligible, flow.eligible)],
      ...(flow.notDrawn > 0 ? { side: whole('notDrawn', words.boxes.notDrawn, flow.notDrawn) } : {}),
    },
    columns('allocated', (arm) => [
      { words: `${words.boxes.allocated}: ${armName(arm.arm)}`, count: arm.allocated, inner: false },
      ...named(arm.received, words.received),
      ...(arm.later > 0 ? [{ words: words.boxes.later, count: arm.later, inner: true }] : []),
    ]),
    columns('lost', (arm) => [
      { words: words.boxes.lost, count: sum(arm.lost), inner: false },
      ...named(arm.lost, words.lost),
      ...(arm.asked.removal > 0 ? [{ words: words.boxes.removal, count: arm.asked.removal, inner: true }] : []),
    ]),
    columns('analysed', (arm) =>
      Object.entries(arm.analysed).flatMap(([set, { count, out }]) => [
        { words: words.sets[set] ?? set, count, inner: false },
        ...list(out).map((line) => ({ ...line, words: `${line.words}`, count: -line.count })),
      ]),
    ),
  ];
}
