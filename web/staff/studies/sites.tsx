import { Alert } from '@digdir/designsystemet-react';
import type { InputOf } from '#contracts/endpoint';
import { takeStudyStep, type ShownStudy } from '#contracts/studies';
import type { StepKind } from '#core/studies/steps';
import { useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { StepButton } from './step-button.tsx';
import { siteTones } from './tones.ts';

type Site = ShownStudy['sites'][number];
type Step = InputOf<typeof takeStudyStep>['step'];

const opens = (kind: StepKind) => kind === 'site-opened' || kind === 'site-resumed';

/** The sites: which are open, what is missing at each, and opening, pausing and closing them. */
export function Sites({ data }: { readonly data: ShownStudy }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.studies;
  const send = useSend(takeStudyStep);
  const toast = useToast();
  const take = (kind: StepKind, centreId: string, reason: { readonly reason?: string }) =>
    send.mutate(
      { studyId: data.studyId, seen: data.seq, step: { kind, centreId, ...reason } as Step },
      { onSuccess: () => toast({ text: words.stepTaken }) },
    );
  const bySite = data.plan.recruitment.planned.length > 0;
  const acts = data.sites.some((site) => site.steps.length > 0);
  const missing = (site: Site) => [...(site.state === 'waiting' ? data.missing : []), ...site.missing];
  const columns: readonly Column<Site>[] = [
    { key: 'site', header: words.site, rowHeader: true, value: (site) => site.name, cell: (site) => site.name },
    {
      key: 'state',
      header: words.state,
      value: (site) => (site.heldSince ? words.held : words.siteStates[site.state]),
      cell: (site) =>
        site.heldSince ? (
          <StatusTag tone="danger">{words.held}</StatusTag>
        ) : (
          <StatusTag tone={siteTones[site.state]}>{words.siteStates[site.state]}</StatusTag>
        ),
    },
    {
      key: 'since',
      header: words.since,
      value: (site) => site.heldSince ?? site.since,
      cell: (site) => {
        const since = site.heldSince ?? site.since;
        return since ? formatDate(since, 'short') : '–';
      },
    },
    {
      key: 'missing',
      header: words.missingAtSite,
      value: (site) => site.missing.length,
      cell: (site) =>
        site.missing
          .map(({ what, because }) =>
            because === 'none' ? words.things[what] : `${words.things[what]} ${words.because[because]}`,
          )
          .join(', ') || '–',
    },
    {
      key: 'allocated',
      header: words.allocated,
      align: 'end',
      value: (site) => site.allocated,
      cell: (site) => (site.allocated === null ? '–' : formatNumber(site.allocated)),
    },
    {
      key: 'planned',
      header: words.planned,
      align: 'end',
      // A plan may have its whole number alone.
      value: (site) => (bySite ? site.planned : null),
      cell: (site) => (bySite ? formatNumber(site.planned) : '–'),
    },
  ];
  const action: Column<Site> = {
    key: 'action',
    header: words.siteAction,
    cell: (site) => (
      <span className="study-standing no-print">
        {(site.steps as StepKind[]).map((kind) => (
          <StepButton
            key={kind}
            kind={kind}
            site={site.name}
            disabled={send.isPending || (opens(kind) && missing(site).length > 0)}
            onTake={(reason) => take(kind, site.centreId, reason)}
          />
        ))}
      </span>
    ),
  };
  return (
    <section className="stack">
      <ErrorBox error={send.error} />
      {data.sites.some((site) => site.heldSince) ? <Alert data-color="danger">{words.heldHelp}</Alert> : null}
      <DataTable
        caption={words.sites}
        name="sites"
        columns={acts ? [...columns, action] : columns}
        rows={data.sites}
        rowKey={(site) => site.centreId}
      />
    </section>
  );
}
