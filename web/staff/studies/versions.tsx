import type { ShownStudy } from '#contracts/studies';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import { DifferenceList } from './plan/difference-list.tsx';

type Version = ShownStudy['versions'][number];

/** The versions of the plan, newest first, and what each changed. */
export function Versions({ data }: { readonly data: ShownStudy }) {
  const { text } = useText();
  const siteName = (centreId: string) => data.sites.find((site) => site.centreId === centreId)?.name ?? centreId;
  return (
    <section aria-labelledby="versions" className="stack">
      <Heading level={2} data-size="xs" id="versions">
        {text.studies.versions}
      </Heading>
      {data.versions.map((one, i) => (
        <OneVersion key={one.version} one={one} first={i === data.versions.length - 1} siteName={siteName} />
      ))}
    </section>
  );
}

function OneVersion({
  one,
  first,
  siteName,
}: {
  readonly one: Version;
  readonly first: boolean;
  readonly siteName: (centreId: string) => string;
}) {
  const { text, written, formatDate } = useText();
  const words = text.studies;
  return (
    <article>
      <Heading level={3} data-size="2xs">
        {words.version} {one.version} {one.inUse ? <StatusTag tone="success">{words.inUse}</StatusTag> : null}
        {one.signedOn ? null : <StatusTag tone="warning">{words.notSigned}</StatusTag>}
      </Heading>
      <Paragraph data-size="sm">
        {one.signedOn && one.signedBy
          ? words.signedBy(one.signedBy, formatDate(one.signedOn))
          : `${one.writtenBy}, ${formatDate(one.writtenOn)}`}
      </Paragraph>
      <Paragraph>{first ? words.firstVersion : one.changes?.[written]}</Paragraph>
      {one.differences.length > 0 ? <DifferenceList differences={one.differences} siteName={siteName} /> : null}
      {one.signature ? (
        <Paragraph data-size="xs" className="study-signature">
          {words.signature}: <code>{one.signature}</code>
        </Paragraph>
      ) : null}
    </article>
  );
}
