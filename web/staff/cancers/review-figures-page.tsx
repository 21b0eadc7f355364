import { Paragraph } from '@digdir/designsystemet-react';
import { reviewFigures } from '#contracts/cancer-review';
import type { OutputOf } from '#contracts/endpoint';
import { reviewClasses } from '#core/cancers/review';
import { wilson } from '#core/statistics/intervals';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { type TextTools, useText } from '../text.tsx';
import { intervalSearch } from './search.ts';
import '../reading/reading.css';

type Figures = OutputOf<typeof reviewFigures>;

/** The classes by year, how well reviewers agree, and what the blind round found. */
export default function ReviewFiguresPage() {
  const tools = useText();
  const { text } = tools;
  const words = text.cancers.figures;
  const [filter] = useAddress(intervalSearch);
  const figures = useLoad(reviewFigures, { centreId: filter.centre });
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <Loaded query={figures}>
        {(data) => (
          <>
            <Agreement figures={data} />
            <DataTable
              caption={words.byYear}
              columns={columnsOf(tools)}
              rows={data.years}
              rowKey={(row) => String(row.year)}
              empty={text.cancers.none}
              csv="review"
              print
            />
          </>
        )}
      </Loaded>
    </>
  );
}

function Agreement({ figures }: { readonly figures: Figures }) {
  const { text, formatNumber, formatPercent } = useText();
  const words = text.cancers.figures;
  const { agreement, blind } = figures;
  const share = ({ seen, of }: { readonly seen: number; readonly of: number }) => {
    if (of === 0) return { value: text.common.none, note: '' };
    const { lower, upper } = wilson(seen, of);
    return {
      value: formatPercent(seen / of),
      note: words.interval(formatPercent(lower), formatPercent(upper), seen, of),
    };
  };
  const { kappa } = agreement;
  return (
    <>
      <Stats label={words.agreement}>
        <Stat
          label={words.kappa}
          value={kappa ? formatNumber(kappa.kappa, 2) : text.common.none}
          note={
            kappa
              ? words.interval(
                  formatNumber(kappa.lower, 2),
                  formatNumber(kappa.upper, 2),
                  agreement.same,
                  agreement.cases,
                )
              : words.noPairs(agreement.cases)
          }
        />
        <Stat label={words.blindCancers} {...share(blind.cancers)} />
        <Stat label={words.blindControls} {...share(blind.controls)} />
      </Stats>
      <Paragraph className="figure-text">{words.explained}</Paragraph>
    </>
  );
}

function columnsOf({ text }: TextTools): readonly Column<Figures['years'][number]>[] {
  const words = text.cancers;
  return [
    { key: 'year', header: words.figures.year, rowHeader: true, cell: (r) => r.year, value: (r) => r.year },
    { key: 'cancers', header: words.interval, cell: (r) => r.cancers, value: (r) => r.cancers, align: 'end' },
    ...reviewClasses.map(
      (one): Column<Figures['years'][number]> => ({
        key: one,
        header: words.review.classes[one],
        cell: (r) => r.classes[one],
        value: (r) => r.classes[one],
        align: 'end',
      }),
    ),
    {
      key: 'open',
      header: words.figures.notDecided,
      cell: (r) => r.cancers - reviewClasses.reduce((sum, one) => sum + r.classes[one], 0),
      align: 'end',
    },
  ];
}
