import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { z } from 'zod';
import { showIndicator } from '#contracts/quality';
import { useAddress, usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useText } from '../text.tsx';
import {
  type IndicatorDetail,
  boundWords,
  intervalWords,
  periodWords,
  placeWords,
  valueWords,
} from './figure-words.ts';
import { PeoplePart } from './people-part.tsx';
import { PlacesPart } from './places-part.tsx';
import { scopeAddress, scopeSearch } from './scope.ts';
import { Choice, ScopeFilters } from './scope-filters.tsx';
import { SplitsPart } from './splits-part.tsx';
import { TracePart } from './trace-part.tsx';
import { VerdictTag } from './verdict-tag.tsx';
import { MultiplesPart, YearsPart } from './years-part.tsx';
import '#web/charts/charts.css';

const address = scopeAddress.omit({ set: true }).extend({ by: z.enum(['region', 'centre', 'unit']).default('centre') });
type Address = z.output<typeof address>;

/** One indicator from every side. */
export default function IndicatorPage() {
  const { text } = useText();
  const set = usePathParam('set');
  const id = usePathParam('indicator');
  const [scope, setScope] = useAddress(address);
  const view = useLoad(showIndicator, { ...scopeSearch(scope), by: scope.by, set, indicator: id }, { keep: true });
  return (
    <Loaded query={view}>
      {(data) => (
        <>
          <Heading data={data} scope={scope} />
          <ScopeFilters places={data.places} years={data.years} scope={scope} setScope={setScope}>
            <Choice label={text.quality.by} value={scope.by} onChange={(by) => setScope({ by: by as Address['by'] })}>
              {(['region', 'centre', 'unit'] as const).map((by) => (
                <option key={by} value={by}>
                  {text.quality.splits[by]}
                </option>
              ))}
            </Choice>
          </ScopeFilters>
          {data.indicator.needs ? <NotMeasured data={data} /> : <Parts data={data} scope={scope} />}
        </>
      )}
    </Loaded>
  );
}

function Heading({ data, scope }: { readonly data: IndicatorDetail; readonly scope: Address }) {
  const { text, written } = useText();
  const name = `${data.indicator.number} ${data.indicator.name[written]}`;
  const cases = `/figures/${data.set.id}/${data.indicator.id}/cases`;
  return (
    <>
      <PageHeading title={name} lead={data.indicator.definition[written]}>
        {data.mayOpenCases ? (
          <PageLink to={cases} search={scopeSearch(scope)}>
            {text.quality.casesLink}
          </PageLink>
        ) : null}
      </PageHeading>
      <Paragraph className="no-print page-links">
        <PageLink to="/figures" search={{ ...scopeSearch(scope), set: data.set.id }}>
          ← {text.quality.back}: {data.set.name[written]}
        </PageLink>
      </Paragraph>
      {data.set.placeholder ? (
        <Alert data-color="warning" data-size="sm">
          {data.set.placeholder[written]}
        </Alert>
      ) : null}
    </>
  );
}

function NotMeasured({ data }: { readonly data: IndicatorDetail }) {
  const { text, written } = useText();
  return (
    <div className="stack">
      <Alert data-color="info">
        <strong>{text.quality.notMeasured}.</strong> {text.quality.needs(data.indicator.needs?.[written] ?? '')}
      </Alert>
      <TracePart data={data} />
    </div>
  );
}

function Parts({ data, scope }: { readonly data: IndicatorDetail; readonly scope: Address }) {
  const tools = useText();
  const words = tools.text.quality;
  const { indicator, own, whole } = data;
  const place = placeWords(tools, data.places, scope);
  const years = periodWords(tools, data.periodYears, {
    dataCut: data.snapshot?.dataCut,
    followUpMonths: indicator.followUpMonths,
  });
  const shown = own ?? (place === words.nation ? whole : null);
  return (
    <div className="stack">
      <Stats label={words.value}>
        <Stat
          label={`${place} ${years}`}
          value={shown ? valueWords(tools, indicator, shown.value) : '–'}
          note={shown ? <VerdictTag figure={shown} /> : words.notMeant}
        />
        <Stat
          label={words.interval}
          value={<span className="one-line">{shown ? intervalWords(tools, indicator, shown) : '–'}</span>}
        />
        {own && whole ? (
          <Stat label={`${words.nation} ${years}`} value={valueWords(tools, indicator, whole.value)} />
        ) : null}
        <TargetStat indicator={indicator} />
      </Stats>
      <TracePart data={data} />
      <PlacesPart data={data} by={scope.by} />
      <YearsPart data={data} place={place} />
      <MultiplesPart data={data} />
      <SplitsPart data={data} place={place} />
      <PeoplePart data={data} />
    </div>
  );
}

/** The level it is held to; the other one, if there is one, stands below. */
function TargetStat({ indicator }: { readonly indicator: IndicatorDetail['indicator'] }) {
  const tools = useText();
  const words = tools.text.quality;
  const { acceptable, desirable } = indicator.targets ?? {};
  const first = acceptable ?? desirable;
  if (!first) return <Stat label={words.target} value="–" note={words.noTarget} />;
  const note = [
    acceptable ? words.verdicts.acceptable : words.verdicts.desirable,
    ...(acceptable && desirable ? [words.desirableAt(boundWords(tools, indicator, desirable))] : []),
  ].join(', ');
  return <Stat label={words.target} value={boundWords(tools, indicator, first)} note={note} />;
}
