import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { showDryRuns, startDryRun } from '#contracts/study-monitoring';
import { usePathParam } from '../../address.ts';
import { useLoad, useSend } from '../../api.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Loading } from '../../components/loading.tsx';
import { useToast } from '../../components/toast.tsx';
import { useText } from '../../text.tsx';
import { DryRunResult } from './dry-run-result.tsx';
import { Frame } from './frame.tsx';
import { useMonitoringText } from './monitoring-text.ts';

/** The whole study on simulated women, before it opens. */
export default function DryRunPage() {
  const { text, formatDate, formatNumber, formatPercent } = useText();
  const words = useMonitoringText();
  const studyId = usePathParam('studyId');
  const runs = useLoad(
    showDryRuns,
    { studyId },
    { every: (data) => (data?.runs[0]?.state === 'running' ? 1000 : false) },
  );
  return (
    <Loaded query={runs} title={text.studies.monitoring.dryTitle}>
      {(view) => {
        const { plan } = view;
        const [newest, ...earlier] = view.runs;
        const done = view.runs.find(({ state }) => state === 'done');
        return (
          <Frame head={view.head} part="dry-run" title={text.studies.monitoring.dryTitle} lead={words.dryLead}>
            <Paragraph>
              {plan.margin === null
                ? words.superiority(formatNumber(plan.alpha, 3))
                : words.planWords(formatNumber(1000 * plan.margin, 2), formatNumber(plan.alpha, 3))}{' '}
              {plan.formula === null ? '' : words.formula(formatPercent(plan.formula, 1))}
            </Paragraph>
            {view.head.mayPlan ? <StartForm studyId={studyId} running={newest?.state === 'running'} /> : null}
            {newest?.state === 'running' ? (
              <Loading label={words.phases[newest.phase ?? 'women']} share={newest.share} />
            ) : null}
            {done?.result ? <DryRunResult view={view} result={done.result} /> : <Paragraph>{words.noRuns}</Paragraph>}
            {earlier.length > 0 ? (
              <DataTable
                caption={words.earlier}
                name="runs"
                rows={earlier}
                rowKey={({ runId }) => runId}
                columns={[
                  {
                    key: 'day',
                    header: words.day,
                    rowHeader: true,
                    value: (row) => row.askedOn,
                    cell: (row) => formatDate(row.askedOn),
                  },
                  { key: 'by', header: words.by, value: (row) => row.by, cell: (row) => row.by },
                  {
                    key: 'state',
                    header: words.state,
                    value: (row) => words.runStates[row.state] ?? row.state,
                    cell: (row) => words.runStates[row.state] ?? row.state,
                  },
                  {
                    key: 'repetitions',
                    header: words.repetitions,
                    align: 'end',
                    cell: (row) => (row.result ? formatNumber(row.result.options.repetitions) : '–'),
                  },
                  {
                    key: 'power',
                    header: words.power,
                    align: 'end',
                    cell: (row) =>
                      row.result?.comparisons.map(({ power }) => formatPercent(power.value, 1)).join(', ') ?? '–',
                  },
                ]}
              />
            ) : null}
          </Frame>
        );
      }}
    </Loaded>
  );
}

/** Configuration: what a first try asks for; 79 % is the consent that the programme has reported. */
const first = { repetitions: '1000', women: '100000', consent: '79', aiFailure: '1', seed: '1' };

function StartForm({ studyId, running }: { readonly studyId: string; readonly running: boolean }) {
  const words = useMonitoringText();
  const toast = useToast();
  const send = useSend(startDryRun);
  const [draft, setDraft] = useState(first);
  const start = (event: FormEvent) => {
    event.preventDefault();
    const { consent, aiFailure, ...rest } = draft;
    const asked = { studyId, ...rest, consent: Number(consent) / 100, aiFailure: Number(aiFailure) / 100 };
    send.mutate(asked, { onSuccess: () => toast({ text: words.started }) });
  };
  const field = (name: keyof typeof first, label: string, min: number, max: number, step = 1) => (
    <Textfield
      key={name}
      type="number"
      data-size="sm"
      label={label}
      min={min}
      max={max}
      step={step}
      required
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={start} className="stack no-print">
      <Heading level={2} data-size="xs" className="visually-hidden">
        {words.start}
      </Heading>
      <ErrorBox error={send.error} />
      <div className="filters">
        {field('repetitions', words.repetitions, 10, 5000)}
        {field('women', words.women, 2000, 400_000)}
        {field('consent', `${words.consent} (%)`, 5, 100)}
        {field('aiFailure', `${words.aiFailure} (%)`, 0, 50, 0.1)}
        {field('seed', words.seed, 0, 1_000_000)}
      </div>
      <div>
        <Button type="submit" loading={send.isPending} disabled={running}>
          {words.start}
        </Button>
      </div>
    </form>
  );
}
