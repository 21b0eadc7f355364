import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { cutFiles, dataCutFile, listDataCuts, makeDataCut, showConsort } from '#contracts/study-monitoring';
import { usePathParam } from '../../address.ts';
import { call, useLoad, useSend } from '../../api.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useToast } from '../../components/toast.tsx';
import { saveFile } from '../../portal/save-file.ts';
import { useText } from '../../text.tsx';
import { DeviationForm } from './deviation-form.tsx';
import { Frame } from './frame.tsx';
import { useMonitoringText } from './monitoring-text.ts';

type View = OutputOf<typeof showConsort>;

/** Who is in each analysis set and why not, the deviation log, and the frozen data sets. */
export default function AnalysisPage() {
  const { text } = useText();
  const _words = useMonitoringText();
  const studyId = usePathParam('studyId');
  const flow = useLoad(showConsort, { studyId });
  return (
    <Loaded query={flow} title={text.studies.monitoring.analysisTitle}>
      {(view) => (
        <Frame head={view.head} part="analysis" title={text.studies.monitoring.analysisTitle}>
          <Sets view={view} />
          <Deviations view={view} />
          {view.head.mayEnter ? <DeviationForm studyId={studyId} today={view.head.today} /> : null}
          {view.head.mayArms ? <Cuts studyId={studyId} /> : null}
        </Frame>
      )}
    </Loaded>
  );
}

function Sets({ view }: { readonly view: View }) {
  const { formatNumber } = useText();
  const words = useMonitoringText();
  const whole = view.flow.arms[0];
  if (!whole) return null;
  const rows = Object.entries(whole.analysed).map(([set, found]) => ({ set, ...found }));
  const reason = (id: string) => words.reasons[id] ?? id;
  return (
    <DataTable
      caption={words.setsCaption}
      name="sets"
      rows={rows}
      rowKey={({ set }) => set}
      columns={[
        {
          key: 'set',
          header: words.set,
          rowHeader: true,
          value: ({ set }) => words.sets[set] ?? set,
          cell: ({ set }) => words.sets[set] ?? set,
        },
        {
          key: 'in',
          header: words.members,
          align: 'end',
          value: ({ count }) => count,
          cell: ({ count }) => formatNumber(count),
        },
        {
          key: 'rules',
          header: words.leavesOut,
          cell: ({ set, out }) =>
            (view.rules[set] ?? [])
              .map((id) => `${reason(id)} (${formatNumber(out.find((one) => one.reason === id)?.count ?? 0)})`)
              .join(', '),
        },
      ]}
    />
  );
}

function Deviations({ view }: { readonly view: View }) {
  const { formatDate } = useText();
  const words = useMonitoringText();
  return (
    <DataTable
      caption={words.deviationsTitle}
      name="deviations"
      empty={words.noDeviations}
      rows={view.deviations}
      rowKey={(row) => `${row.happenedOn} ${row.centre} ${row.words}`}
      columns={[
        {
          key: 'day',
          header: words.happenedOn,
          value: (row) => row.happenedOn,
          cell: (row) => formatDate(row.happenedOn),
        },
        {
          key: 'kind',
          header: words.kind,
          value: (row) => words.kinds[row.kind] ?? row.kind,
          cell: (row) => words.kinds[row.kind] ?? row.kind,
        },
        { key: 'words', header: words.words, rowHeader: true, cell: (row) => row.words },
        { key: 'centre', header: words.site, value: (row) => row.centre, cell: (row) => row.centre },
        { key: 'by', header: words.by, value: (row) => row.by, cell: (row) => row.by },
      ]}
    />
  );
}

function Cuts({ studyId }: { readonly studyId: string }) {
  const { formatDate, formatNumber } = useText();
  const words = useMonitoringText();
  const toast = useToast();
  const cuts = useLoad(listDataCuts, { studyId });
  const make = useSend(makeDataCut);
  const [purpose, setPurpose] = useState('');
  const [failed, setFailed] = useState<unknown>();
  const freeze = (event: FormEvent) => {
    event.preventDefault();
    const done = ({ rows }: { rows: number }) => {
      setPurpose('');
      toast({ text: words.frozen(formatNumber(rows)) });
    };
    make.mutate({ studyId, purpose }, { onSuccess: done });
  };
  const fetchFile = (cutId: string, file: (typeof cutFiles)[number]) => {
    setFailed(undefined);
    call(dataCutFile, { studyId, cutId, file }).then(
      ({ fileName, mediaType, content }) => saveFile(fileName, mediaType, content),
      setFailed,
    );
  };
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {words.cutsTitle}
      </Heading>
      <Paragraph>{words.cutsHelp}</Paragraph>
      <ErrorBox error={make.error ?? failed} />
      <Loaded query={cuts}>
        {({ snapshot, cuts: rows }) => (
          <>
            {snapshot ? (
              <form onSubmit={freeze} className="stack">
                <Textfield
                  label={words.purpose}
                  description={words.fromSnapshot(formatDate(snapshot.dataCut))}
                  minLength={5}
                  maxLength={500}
                  required
                  value={purpose}
                  onChange={(event) => setPurpose(event.currentTarget.value)}
                />
                <div>
                  <Button type="submit" loading={make.isPending}>
                    {words.freeze}
                  </Button>
                </div>
              </form>
            ) : (
              <Paragraph>{words.noSnapshot}</Paragraph>
            )}
            <DataTable
              caption={words.cutsTitle}
              name="cuts"
              rows={rows}
              rowKey={({ cutId }) => cutId}
              rowTone={({ removedSince }) => (removedSince > 0 ? 'warning' : undefined)}
              columns={[
                {
                  key: 'cut',
                  header: words.cut,
                  rowHeader: true,
                  value: (row) => row.cutId,
                  cell: (row) => <code>{row.cutId}</code>,
                },
                { key: 'day', header: words.day, value: (row) => row.madeOn, cell: (row) => formatDate(row.madeOn) },
                {
                  key: 'rows',
                  header: words.rows,
                  align: 'end',
                  value: (row) => row.rows,
                  cell: (row) => formatNumber(row.rows),
                },
                { key: 'purpose', header: words.purpose, value: (row) => row.purpose, cell: (row) => row.purpose },
                { key: 'by', header: words.by, value: (row) => row.by, cell: (row) => row.by },
                {
                  key: 'files',
                  header: words.files,
                  cell: (row) =>
                    row.removedSince > 0
                      ? words.removedSince(row.removedSince)
                      : cutFiles.map((file) => (
                          <Button
                            key={file}
                            variant="tertiary"
                            data-size="sm"
                            onClick={() => fetchFile(row.cutId, file)}
                          >
                            {file}
                          </Button>
                        )),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}
