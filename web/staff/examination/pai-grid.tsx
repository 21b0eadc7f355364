import { Table } from '@digdir/designsystemet-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import {
  type Deviation,
  examinationClass,
  imageClass,
  imagePoints,
  type QualityCriterion,
  projectionOf,
  type View,
} from '#core/examination/views';
import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Degree = Deviation['degree'] | 'met';
const turn: Readonly<Record<Degree, Degree>> = { met: 'minor', minor: 'not-met', 'not-met': 'met' };
const signs: Readonly<Record<Degree, string>> = { met: '·', minor: '–', 'not-met': '✕' };
const byKey: Readonly<Record<string, Degree>> = { '0': 'met', '1': 'minor', '2': 'not-met' };
const tones: Readonly<Record<'P' | 'A' | 'I', Tone>> = { P: 'success', A: 'info', I: 'danger' };

/** The grade of an image needs its view to be gradable by these criteria. */
type Graded = Readonly<Partial<Record<View, readonly Deviation[]>>>;

/**
 * What is lacking in each image, criterion by criterion: perfect until something is marked. Arrow keys move, space turns a
 * cell (met, minor deviation, not met), 0 1 2 set it. Class and points of each image and of the examination stand below.
 */
export function PaiGrid(props: {
  readonly views: readonly View[];
  readonly criteria: readonly QualityCriterion[];
  readonly deviations: Graded;
  readonly onChange: (view: View, deviations: readonly Deviation[]) => void;
}) {
  const { views, criteria, deviations } = props;
  const { text } = useText();
  const words = text.examination;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const degreeOf = (view: View, id: string): Degree =>
    deviations[view]?.find((d) => d.criterion === id)?.degree ?? 'met';
  const set = (view: View, criterion: string, degree: Degree) => {
    const others = (deviations[view] ?? []).filter((d) => d.criterion !== criterion);
    props.onChange(view, degree === 'met' ? others : [...others, { criterion, degree }]);
  };
  const press = (event: KeyboardEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    const [row = 0, column = 0] = (cell?.dataset.cell ?? '').split(',').map(Number);
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const degree = byKey[event.key];
    const [view, criterion] = [views[column], criteria[row]];
    if (!cell || (!step && !degree)) return;
    // The page's own keys (views by number, arrows of a list) rest while one is in the table.
    event.preventDefault();
    event.stopPropagation();
    if (degree && view && criterion) set(view, criterion.id, degree);
    else if (step) focusCell(table.current, row, column, step[0] ?? 0, step[1] ?? 0);
  };
  const applies = (view: View, criterion: QualityCriterion) => criterion.projections.includes(projectionOf(view));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons in the table
    <div className="table-scroll" onKeyDown={press}>
      <Table data-size="sm" className="pai" ref={table}>
        <caption>{words.quality}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{words.paiCriterion}</Table.HeaderCell>
            {views.map((view) => (
              <Table.HeaderCell key={view}>{view}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {criteria.map((criterion, row) => (
            <Table.Row key={criterion.id}>
              <th scope="row">
                {words.criteria[criterion.id] ?? criterion.id}
                {criterion.decisive ? <span className="pai-decisive"> ({words.decisive})</span> : null}
              </th>
              {views.map((view, column) => (
                <Table.Cell key={view}>
                  {applies(view, criterion) ? (
                    <button
                      type="button"
                      data-cell={`${row},${column}`}
                      data-degree={degreeOf(view, criterion.id)}
                      tabIndex={at.row === row && at.column === column ? 0 : -1}
                      onFocus={() => setAt({ row, column })}
                      onClick={() => set(view, criterion.id, turn[degreeOf(view, criterion.id)])}
                      aria-label={words.paiCell(
                        view,
                        words.criteria[criterion.id] ?? criterion.id,
                        words.paiDegrees[degreeOf(view, criterion.id)],
                      )}
                    >
                      {signs[degreeOf(view, criterion.id)]}
                    </button>
                  ) : null}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
        <PaiSummary views={views} criteria={criteria} deviations={deviations} />
      </Table>
    </div>
  );
}

function PaiSummary(props: {
  readonly views: readonly View[];
  readonly criteria: readonly QualityCriterion[];
  readonly deviations: Graded;
}) {
  const { views, criteria, deviations } = props;
  const { text } = useText();
  const words = text.examination;
  const images = views.map((view) => {
    const lacking = deviations[view] ?? [];
    return { view, grade: imageClass(lacking, criteria), ...imagePoints(view, lacking, criteria) };
  });
  const whole = examinationClass(images.map((image) => image.grade)) ?? 'P';
  const total = (key: 'points' | 'of') => images.reduce((sum, image) => sum + image[key], 0);
  return (
    <tfoot>
      <tr>
        <th scope="row">
          {words.paiWhole}: <StatusTag tone={tones[whole]}>{words.grades[whole]}</StatusTag>{' '}
          {words.paiPoints(total('points'), total('of'))}
        </th>
        {images.map((image) => (
          <td key={image.view}>
            <StatusTag tone={tones[image.grade]}>{image.grade}</StatusTag>
            <span className="pai-points">{words.paiPoints(image.points, image.of)}</span>
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** Moves the focus; over cells that are empty (a criterion of the other projection) to the next one there is. */
function focusCell(table: HTMLTableElement | null, row: number, column: number, down: number, right: number): void {
  for (let i = 1; i < 40; i++) {
    const next = `[data-cell="${row + i * down},${column + i * right}"]`;
    const cell = table?.querySelector<HTMLButtonElement>(next);
    if (cell) {
      cell.focus();
      return;
    }
  }
}
