import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { listIndicatorSets, renewSnapshot, showIndicatorSet } from '#contracts/quality';
import { useAddress } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { placeWords, type SetView, yearWords } from './figure-words.ts';
import { Choice, ScopeFilters } from './scope-filters.tsx';
import { scopeAddress, type ScopeAddress, scopeSearch } from './scope.ts';
import { SetTable } from './set-table.tsx';
import '#web/charts/charts.css';

/** A set of indicators for a place and a period: what is reached, what is not, and how it has gone. */
export default function FiguresPage() {
  const { text, formatDate } = useText();
  const [address, setAddress] = useAddress(scopeAddress);
  const sets = useLoad(listIndicatorSets, {});
  const view = useLoad(showIndicatorSet, { ...scopeSearch(address), set: address.set }, { keep: true });
  const dataCut = sets.data?.snapshot?.dataCut;
  return (
    <>
      <PageHeading
        title={text.quality.title}
        lead={dataCut ? `${text.quality.lead} ${text.quality.dataCut} ${formatDate(dataCut)}.` : text.quality.lead}
      >
        <RenewSnapshot />
      </PageHeading>
      <Paragraph className="page-links">
        <PageLink to="/figures/equity">{text.quality.equityLink}</PageLink>
        {' · '}
        <PageLink to="/figures/sets">{text.quality.setsLink}</PageLink>
        {' · '}
        <a className="ds-link" href="/tall">
          {text.quality.publicLink}
        </a>
      </Paragraph>
      <Loaded query={sets}>
        {({ sets: list, snapshot, stale }) =>
          snapshot ? (
            <Loaded query={view}>
              {(data) => (
                <div className="stack">
                  <ScopeFilters places={data.places} years={data.years} scope={address} setScope={setAddress}>
                    <SetChoice sets={list} value={address.set} onChange={(set) => setAddress({ set })} />
                  </ScopeFilters>
                  <Finding data={data} address={address} />
                  <SetTable data={data} address={address} />
                </div>
              )}
            </Loaded>
          ) : (
            <Paragraph>{stale ? text.quality.staleSnapshot : text.quality.noSnapshot}</Paragraph>
          )
        }
      </Loaded>
    </>
  );
}

function SetChoice(props: {
  readonly sets: readonly SetView['set'][];
  readonly value: string;
  readonly onChange: (set: string) => void;
}) {
  const { text, written } = useText();
  return (
    <Choice label={text.quality.set} value={props.value} onChange={props.onChange}>
      {props.sets.map(({ id, name }) => (
        <option key={id} value={id}>
          {name[written]}
        </option>
      ))}
    </Choice>
  );
}

/** How many targets are reached, which are not, and a warning when the set is not the real one. */
function Finding({ data, address }: { readonly data: SetView; readonly address: ScopeAddress }) {
  const tools = useText();
  const { text, written } = tools;
  const held = data.rows.filter(
    ({ figure }) => figure && figure.verdict !== 'no-target' && figure.verdict !== 'no-value',
  );
  const below = held.filter(({ figure }) => figure?.verdict === 'below');
  const names = (certain: boolean) =>
    below
      .filter(({ figure }) => figure?.certain === certain)
      .map(({ indicator }) => indicator.name[written].toLowerCase())
      .join(', ');
  const missed = [
    names(true) ? text.quality.notReached(names(true)) : '',
    names(false) ? text.quality.notReachedMaybe(names(false)) : '',
  ].join(' ');
  const years = [...new Set(data.rows.map((row) => yearWords(row.years)).filter((words) => words !== '–'))];
  return (
    <>
      {data.set.placeholder ? (
        <Alert data-color="warning" data-size="sm">
          {data.set.placeholder[written]}
        </Alert>
      ) : null}
      <Paragraph>
        <strong>
          {placeWords(tools, data.places, address)}:{' '}
          {held.length === 0
            ? text.quality.noneWithTarget
            : `${text.quality.reached(held.length - below.length, held.length)} ${missed}`}
        </strong>{' '}
        {years.length === 1 ? text.quality.periodWords(years[0] ?? '') : text.quality.severalPeriods}
      </Paragraph>
    </>
  );
}

function RenewSnapshot() {
  const { text } = useText();
  const toast = useToast();
  const renew = useSend(renewSnapshot);
  const may = ['office', 'researcher', 'administrator'].includes(useActor().role);
  if (!may) return null;
  return (
    <>
      <ErrorBox error={renew.error} />
      <Button
        variant="secondary"
        loading={renew.isPending}
        onClick={() => renew.mutate({}, { onSuccess: () => toast({ text: text.quality.renewed }) })}
      >
        {text.quality.renew}
      </Button>
    </>
  );
}
