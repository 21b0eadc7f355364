import { Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { gradeImages, nextAudit } from '#contracts/image-quality';
import type { Deviation, View } from '#core/examination/views';
import { usePathParam } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';
import { PaiGrid } from './pai-grid.tsx';
import './pai.css';

type Next = NonNullable<OutputOf<typeof nextAudit>['next']>;
type Graded = { readonly name: string; readonly images: OutputOf<typeof gradeImages>['images'] };

/** Grading of a sample, one examination after the other, without knowing whose they are or what she gave herself. */
export default function AuditPage() {
  const { text } = useText();
  const words = text.examination.audit;
  const sampleId = usePathParam('sampleId');
  const next = useLoad(nextAudit, { sampleId });
  const [last, setLast] = useState<Graded>();
  return (
    <Loaded query={next}>
      {(data) => (
        <>
          <PageHeading title={words.gradeTitle} lead={words.left(data.left)} />
          {last ? <Revealed graded={last} /> : null}
          {data.next ? (
            <Grade
              key={data.next.examinationId}
              sampleId={sampleId}
              one={data.next}
              criteria={data.criteria}
              onDone={setLast}
            />
          ) : (
            <Paragraph>
              {words.allGraded} <PageLink to="/image-audit">{words.title}</PageLink>
            </Paragraph>
          )}
        </>
      )}
    </Loaded>
  );
}

function Grade(props: {
  readonly sampleId: string;
  readonly one: Next;
  readonly criteria: OutputOf<typeof nextAudit>['criteria'];
  readonly onDone: (graded: Graded) => void;
}) {
  const { one } = props;
  const { text, formatDate } = useText();
  const words = text.examination.audit;
  const [lacking, setLacking] = useState<Readonly<Partial<Record<View, readonly Deviation[]>>>>({});
  const send = useSend(gradeImages);
  const save = () => {
    if (send.isPending) return;
    const views = one.views.map((view) => ({ view, deviations: [...(lacking[view] ?? [])] }));
    const { personId, examinationId } = one;
    send.mutate(
      { sampleId: props.sampleId, personId, examinationId, views },
      { onSuccess: ({ images }) => props.onDone({ name: one.name, images }) },
    );
  };
  const perfect = one.views.every((view) => (lacking[view] ?? []).length === 0);
  // As at the examination: N while nothing is marked, else L.
  const [key, label] = perfect ? (['n', words.savePerfect] as const) : (['l', words.saveAll] as const);
  useShortcuts([{ key, label, run: save }]);
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {one.name}
      </Heading>
      <Paragraph>
        {`${text.common.born} ${formatDate(one.birthDate)} · ${text.examination.examinedOn} ${formatDate(one.day)}`}
      </Paragraph>
      <Paragraph>{text.examination.paiHint}</Paragraph>
      <PaiGrid
        views={one.views}
        criteria={props.criteria}
        deviations={lacking}
        onChange={(view, deviations) => setLacking({ ...lacking, [view]: deviations })}
      />
      <ErrorBox error={send.error} />
      <div>
        <Button onClick={save} disabled={send.isPending}>
          <kbd aria-hidden>{key.toUpperCase()}</kbd> {label}
        </Button>
      </div>
      <Paragraph data-size="sm">{text.examination.paiSource}</Paragraph>
    </section>
  );
}

/** Both grades of the examination just graded, for learning; they can no longer be changed. */
function Revealed({ graded }: { readonly graded: Graded }) {
  const { text } = useText();
  const words = text.examination;
  return (
    <section role="status">
      <Table data-size="sm">
        <caption>{words.audit.revealed(graded.name)}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{words.images}</Table.HeaderCell>
            <Table.HeaderCell>{words.audit.yours}</Table.HeaderCell>
            <Table.HeaderCell>{words.audit.hers}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {graded.images.map((image) => (
            <Table.Row key={image.view}>
              <th scope="row">{words.views[image.view]}</th>
              <Table.Cell>{words.grades[image.audit]}</Table.Cell>
              <Table.Cell>{words.grades[image.own ?? 'none']}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  );
}
