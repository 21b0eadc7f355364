import { Alert, Button, Field, Heading, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { listIndicatorSets, loadIndicatorSet } from '#contracts/quality';
import type { CallError } from '../api.ts';
import { useLoad, useSend } from '../api.ts';
import { DataTable } from '../components/data-table.tsx';
import { refusalWords } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import '#web/charts/charts.css';

/** The indicator sets in use, and for the office a way to load one from a file. */
export default function SetsPage() {
  const { text, written, formatDate } = useText();
  const words = text.quality;
  const sets = useLoad(listIndicatorSets, {});
  const may = ['office', 'administrator'].includes(useActor().role);
  return (
    <>
      <PageHeading title={words.setsTitle} lead={words.setsLead} />
      <Loaded query={sets}>
        {(data) => (
          <DataTable
            caption={words.setsTitle}
            rows={data.sets}
            rowKey={(set) => set.id}
            columns={[
              {
                key: 'name',
                header: words.set,
                rowHeader: true,
                value: (set) => set.name[written],
                cell: (set) => (
                  <>
                    <PageLink to="/figures" search={{ set: set.id }}>
                      {set.name[written]}
                    </PageLink>{' '}
                    {set.placeholder ? <StatusTag tone="warning">{words.placeholder}</StatusTag> : null}
                    <span className="table-note" lang="en">
                      {set.source}
                    </span>
                  </>
                ),
              },
              { key: 'version', header: words.version, cell: (set) => set.version, value: (set) => set.version },
              {
                key: 'count',
                header: words.setsCount,
                align: 'end',
                cell: (set) => set.indicators,
                value: (set) => set.indicators,
              },
              {
                key: 'loaded',
                header: words.setsLoaded,
                cell: (set) => (set.loadedOn ? formatDate(set.loadedOn, 'numeric') : words.setsBuiltIn),
                value: (set) => set.loadedOn,
              },
              {
                key: 'file',
                header: 'JSON',
                cell: (set) => (
                  <a className="ds-link" href={`/api/indicator-set-files/${set.id}`} download={`${set.id}.json`}>
                    {set.id}.json
                  </a>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {may ? <LoadSet /> : null}
    </>
  );
}

function LoadSet() {
  const { text } = useText();
  const words = text.quality;
  const toast = useToast();
  const load = useSend(loadIndicatorSet);
  const [chosen, setChosen] = useState<File>();
  const send = async () => {
    if (!chosen) return;
    load.mutate(
      { text: await chosen.text() },
      { onSuccess: ({ id, version, indicators }) => toast({ text: words.loaded(id, version, indicators) }) },
    );
  };
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {words.load}
      </Heading>
      <Paragraph>{words.loadHow}</Paragraph>
      {load.error ? <Faults error={load.error} /> : null}
      <div className="filters">
        <Field>
          <Label>{words.loadFile}</Label>
          <Input type="file" accept="application/json,.json" onChange={(event) => setChosen(event.target.files?.[0])} />
        </Field>
        <Button disabled={!chosen} loading={load.isPending} onClick={() => void send()}>
          {words.load}
        </Button>
      </div>
    </section>
  );
}

/** Each fault as the reader of the file words it: where it stands and what was expected. */
function Faults({ error }: { readonly error: CallError }) {
  const { text } = useText();
  return (
    <Alert data-color="danger" role="alert">
      <Heading level={3} data-size="2xs">
        {text.quality.loadFaults}
      </Heading>
      <Paragraph>{refusalWords(text, error)}</Paragraph>
      <Paragraph className="faults" data-size="sm" lang="en">
        {error.what}
      </Paragraph>
    </Alert>
  );
}
