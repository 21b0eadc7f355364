import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import type { surveyResults } from '#contracts/surveys';
import { type SurveyQuestion, wordsIn } from '#core/surveys/form';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useText } from '../text.tsx';
import './surveys.css';

type Results = OutputOf<typeof surveyResults>;
type Counted = Results['questions'][number]['counts'][number];

/** The response rate, each question's answers, and the scales. */
export function SurveyResults({ results }: { readonly results: Results }) {
  const { text, formatNumber, formatPercent } = useText();
  const words = text.surveys;
  const { rate } = results;
  return (
    <>
      <Stats label={words.rate}>
        <Stat label={words.asked} value={formatNumber(results.asked)} />
        <Stat label={words.answered} value={results.answered === null ? '–' : formatNumber(results.answered)} />
        <Stat
          label={words.rate}
          value={rate ? formatPercent(rate.value) : '–'}
          note={rate ? words.rateNote(formatPercent(rate.lower), formatPercent(rate.upper)) : undefined}
        />
      </Stats>
      {results.answered === null ? (
        <Paragraph>{words.tooFew(results.least)}</Paragraph>
      ) : (
        <>
          {results.form.questions.map((asked) => (
            <Question key={asked.id} asked={asked} results={results} />
          ))}
          {results.form.scales.length > 0 ? <Scales results={results} /> : null}
          <Paragraph data-size="sm">{words.hiddenNote(results.least)}</Paragraph>
        </>
      )}
    </>
  );
}

function Question({ asked, results }: { readonly asked: SurveyQuestion; readonly results: Results }) {
  const { text, language, formatNumber } = useText();
  const words = text.surveys;
  const found = results.questions.find((one) => one.id === asked.id);
  const title = wordsIn(asked.text, language).text;
  if (!found) return null;
  const answered =
    found.answered === null ? words.tooFew(results.least) : words.questionAnswered(formatNumber(found.answered));
  // The table's caption is the question itself.
  if (asked.kind !== 'text' && found.answered !== null) {
    return (
      <section aria-label={title}>
        <Distribution title={title} asked={asked} counts={found.counts} />
        <Paragraph data-size="sm">{answered}</Paragraph>
      </section>
    );
  }
  return (
    <section aria-label={title}>
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <Paragraph data-size="sm">{answered}</Paragraph>
      {asked.kind === 'text' ? <Written lines={found.written} /> : null}
    </section>
  );
}

function Written({ lines }: { readonly lines: readonly string[] }) {
  const { text } = useText();
  if (lines.length === 0) return <Paragraph>{text.surveys.noneWritten}</Paragraph>;
  const seen = new Map<string, number>();
  const keyed = lines.map((line) => {
    const times = (seen.get(line) ?? 0) + 1;
    seen.set(line, times);
    return { line, key: `${line} ${times}` };
  });
  return (
    <ul>
      {keyed.map(({ line, key }) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  );
}

/** One answer a row, with a bar as long as its share. */
function Distribution(props: {
  readonly title: string;
  readonly asked: Exclude<SurveyQuestion, { kind: 'text' }>;
  readonly counts: readonly Counted[];
}) {
  const { text, language, formatNumber, formatPercent } = useText();
  const words = text.surveys;
  const { asked } = props;
  const nameOf = (value: number): string => {
    if (asked.kind === 'choice') {
      const option = asked.options.find((one) => one.value === value);
      return option ? wordsIn(option.text, language).text : String(value);
    }
    const end = value === asked.from ? asked.low : value === asked.to ? asked.high : undefined;
    return end ? `${value} (${wordsIn(end, language).text})` : String(value);
  };
  const columns: readonly Column<Counted>[] = [
    {
      key: 'answer',
      header: words.answer,
      cell: (row) => nameOf(row.value),
      value: (row) => nameOf(row.value),
      rowHeader: true,
    },
    {
      key: 'count',
      header: words.count,
      cell: (row) => (row.count === null ? words.hidden : formatNumber(row.count)),
      value: (row) => row.count,
      align: 'end',
    },
    {
      key: 'share',
      header: words.share,
      cell: (row) =>
        row.share === null ? (
          '–'
        ) : (
          <span className="share-bar" style={{ ['--share' as string]: row.share }}>
            {formatPercent(row.share)}
          </span>
        ),
      value: (row) => row.share,
    },
    {
      key: 'interval',
      header: words.interval,
      cell: (row) => (row.limits ? `${formatPercent(row.limits.lower)} – ${formatPercent(row.limits.upper)}` : '–'),
      align: 'end',
    },
  ];
  return (
    <DataTable
      caption={props.title}
      columns={columns}
      rows={props.counts}
      rowKey={(row) => String(row.value)}
      csv={`survey-${asked.id}`}
    />
  );
}

function Scales({ results }: { readonly results: Results }) {
  const { text, language, formatNumber } = useText();
  const words = text.surveys;
  const nameOf = (id: string) => {
    const scale = results.form.scales.find((one) => one.id === id);
    return scale ? wordsIn(scale.name, language).text : id;
  };
  return (
    <section aria-label={words.scales}>
      <DataTable
        caption={words.scales}
        rows={results.scales}
        rowKey={(row) => row.id}
        csv="survey-scales"
        columns={[
          {
            key: 'scale',
            header: words.scale,
            cell: (row) => nameOf(row.id),
            value: (row) => nameOf(row.id),
            rowHeader: true,
          },
          {
            key: 'scored',
            header: words.count,
            cell: (row) => (row.scored === null ? words.hidden : formatNumber(row.scored)),
            value: (row) => row.scored,
            align: 'end',
          },
          {
            key: 'mean',
            header: words.mean,
            cell: (row) => (row.mean === null ? '–' : formatNumber(row.mean, 1)),
            value: (row) => row.mean,
            align: 'end',
          },
          {
            key: 'interval',
            header: words.interval,
            cell: (row) =>
              row.limits ? `${formatNumber(row.limits.lower, 1)} – ${formatNumber(row.limits.upper, 1)}` : '–',
            align: 'end',
          },
        ]}
      />
    </section>
  );
}
