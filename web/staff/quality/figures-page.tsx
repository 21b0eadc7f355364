import { Button, Paragraph } from '@digdir/designsystemet-react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { getFigures, renewSnapshot } from '#contracts/quality';
import { useAddress } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { FigureFilters } from './figure-filters.tsx';
import { FigureOverYears } from './figure-over-years.tsx';
import { FigureByPlace } from './figure-by-place.tsx';
import { FigureTrace } from './figure-trace.tsx';
import { formatFigure, isLate, useIndicatorWords } from './indicator-words.ts';
import '#web/charts/charts.css';

export type Figures = OutputOf<typeof getFigures>;
export type FigureIndicator = Figures['indicators'][number];

/** Filters of the page, all in the address. */
const figuresAddress = z.object({
  indicator: z.string().default('participation'),
  split: z.enum(['region', 'centre', 'unit']).default('centre'),
  kind: z.enum(['all', 'true', 'false']).default('all'),
  year: z.string().default('newest'),
});
export type FiguresFilter = z.output<typeof figuresAddress>;

export default function FiguresPage() {
  const { text } = useText();
  const [filter, setFilter] = useAddress(figuresAddress);
  const kind = filter.kind === 'all' ? {} : { prevalent: filter.kind };
  const byYear = useLoad(getFigures, { by: 'year', ...kind }, { keep: true });
  const renew = useSend(renewSnapshot);
  const toast = useToast();
  const mayRenew = ['office', 'researcher', 'administrator'].includes(useActor().role);
  return (
    <>
      <PageHeading title={text.quality.title} lead={text.quality.lead}>
        {mayRenew ? (
          <Button
            variant="secondary"
            loading={renew.isPending}
            onClick={() => renew.mutate({}, { onSuccess: () => toast({ text: text.quality.renewed }) })}
          >
            {text.quality.renew}
          </Button>
        ) : null}
      </PageHeading>
      <ErrorBox error={renew.error} />
      <Loaded query={byYear}>
        {(data) =>
          data.snapshot ? (
            <Content data={data} filter={filter} setFilter={setFilter} dataCut={data.snapshot.dataCut} />
          ) : (
            <Paragraph>{text.quality.noSnapshot}</Paragraph>
          )
        }
      </Loaded>
    </>
  );
}

function Content(props: {
  readonly data: Figures;
  readonly filter: FiguresFilter;
  readonly setFilter: (change: Partial<FiguresFilter>) => void;
  readonly dataCut: string;
}) {
  const { data, filter, setFilter } = props;
  const { text } = useText();
  const indicator = data.indicators.find((i) => i.id === filter.indicator) ?? data.indicators[0];
  if (!indicator) return null;
  const lastWholeYear = Number(props.dataCut.slice(0, 4)) - 1;
  const newest = isLate(indicator.id) ? lastWholeYear - 2 : lastWholeYear;
  const year = filter.year === 'newest' ? newest : filter.year === 'all' ? undefined : Number(filter.year);
  return (
    <div className="stack">
      <LatestYear data={data} lastWholeYear={lastWholeYear} />
      <FigureFilters data={data} filter={filter} setFilter={setFilter} newest={newest} />
      <FigureOverYears data={data} indicator={indicator} lastYear={newest} />
      <FigureByPlace indicator={indicator} filter={filter} year={year} />
      <FigureTrace data={data} indicator={indicator} />
      <Paragraph data-size="sm">{text.quality.lateNote}</Paragraph>
    </div>
  );
}

/** The whole country, each figure in its newest whole year. */
function LatestYear(props: { readonly data: Figures; readonly lastWholeYear: number }) {
  const { text } = useText();
  const words = useIndicatorWords();
  const tools = useText();
  return (
    <Stats label={text.quality.nation}>
      {props.data.indicators.map((indicator) => {
        const year = isLate(indicator.id) ? props.lastWholeYear - 2 : props.lastWholeYear;
        const found = props.data.figures.find((f) => f.indicator === indicator.id && f.group.year === year);
        return (
          <Stat
            key={indicator.id}
            label={`${words(indicator.name)} ${year}`}
            value={found?.value == null ? '–' : formatFigure(tools, indicator.per, found.value)}
            note={
              found?.limits
                ? `${formatFigure(tools, indicator.per, found.limits.lower)} – ${formatFigure(tools, indicator.per, found.limits.upper)}`
                : undefined
            }
          />
        );
      })}
    </Stats>
  );
}
