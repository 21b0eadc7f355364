import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import type { overview } from '#contracts/overview';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useText } from '../text.tsx';

type Times = OutputOf<typeof overview>['letterDays'];
type Line = Times['centres'][number];

/** From examination to result letter: median, share within the target, how they are spread, and the same by centre. */
export function LetterTimes({ times }: { readonly times: Times }) {
  const { text, formatNumber, formatPercent } = useText();
  const words = text.programme;
  const { letters, median, p90, withinAcceptable, withinDesirable, limit } = times;
  if (median === null || p90 === null) {
    return (
      <section aria-labelledby="letters">
        <Heading level={2} data-size="xs" id="letters">
          {words.letterTitle}
        </Heading>
        <Paragraph>{words.noLetters}</Paragraph>
      </section>
    );
  }
  const share = withinAcceptable / letters;
  return (
    <section aria-labelledby="letters">
      <Heading level={2} data-size="xs" id="letters">
        {words.letterTitle}
      </Heading>
      <Stats label={words.letterTitle}>
        <Stat
          label={words.letterTarget(formatNumber(limit.acceptable))}
          value={formatPercent(share, 0)}
          note={words.letterDesirable(formatPercent(withinDesirable / letters, 0), formatNumber(limit.desirable))}
        />
        <Stat
          label={words.letterMedian}
          value={words.working(formatNumber(median))}
          note={words.letterCount(formatNumber(letters))}
        />
        <Stat label={words.letterP90} value={words.working(formatNumber(p90))} />
      </Stats>
      <Spread times={times} />
      <Paragraph data-size="sm">{words.letterSource(limit.source)}</Paragraph>
      <Details>
        <Details.Summary>{words.letterByCentre}</Details.Summary>
        <Details.Content>
          <ByCentre centres={times.centres} />
        </Details.Content>
      </Details>
    </section>
  );
}

const WIDTH = 560;
const HEIGHT = 120;

/** One bar for each number of working days; a line at the target. */
function Spread({ times }: { readonly times: Times }) {
  const { text, formatNumber } = useText();
  const words = text.programme;
  const last = Math.max(times.limit.acceptable + 1, ...times.spread.map(({ workingDays }) => workingDays));
  const most = Math.max(...times.spread.map(({ letters }) => letters));
  const step = WIDTH / (last + 1);
  const target = (times.limit.acceptable + 1) * step;
  return (
    <svg
      className="chart letter-spread"
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 20}`}
      role="img"
      aria-label={words.letterSpread}
    >
      {times.spread.map(({ workingDays, letters }) => {
        const height = Math.max(1, (HEIGHT * letters) / most);
        return (
          <rect
            key={workingDays}
            className={workingDays > times.limit.acceptable ? 'letter-late' : 'letter-bar'}
            x={workingDays * step + 1}
            width={Math.max(1, step - 2)}
            y={HEIGHT - height}
            height={height}
          >
            <title>{words.letterOf(formatNumber(letters), formatNumber(workingDays))}</title>
          </rect>
        );
      })}
      <line className="chart-whole" x1={target} x2={target} y1={0} y2={HEIGHT} />
      {[0, 5, 10, 15, 20, 25, 30]
        .filter((day) => day <= last)
        .map((day) => (
          <text key={day} x={(day + 0.5) * step} y={HEIGHT + 14} textAnchor="middle">
            {day}
          </text>
        ))}
    </svg>
  );
}

function ByCentre({ centres }: { readonly centres: readonly Line[] }) {
  const { text, formatNumber, formatPercent } = useText();
  const words = text.programme;
  const columns: readonly Column<Line>[] = [
    { key: 'name', header: text.common.centre, rowHeader: true, cell: (row) => row.name, value: (row) => row.name },
    {
      key: 'letters',
      header: words.letters,
      align: 'end',
      cell: (row) => formatNumber(row.letters),
      value: (row) => row.letters,
    },
    {
      key: 'median',
      header: words.letterMedian,
      align: 'end',
      cell: (row) => formatNumber(row.median ?? 0),
      value: (row) => row.median,
    },
    {
      key: 'p90',
      header: words.letterP90,
      align: 'end',
      cell: (row) => formatNumber(row.p90 ?? 0),
      value: (row) => row.p90,
    },
    {
      key: 'within',
      header: words.withinTarget,
      align: 'end',
      cell: (row) => formatPercent(row.withinAcceptable / row.letters, 0),
      value: (row) => row.withinAcceptable / row.letters,
    },
  ];
  return (
    <DataTable
      name="letters"
      caption={words.letterByCentre}
      columns={columns}
      rows={centres}
      rowKey={(row) => row.id}
      print
    />
  );
}
