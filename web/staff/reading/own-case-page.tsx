import type { OutputOf } from '#contracts/endpoint';
import { ownCase } from '#contracts/own-figures';
import { usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { type TextTools, useText } from '../text.tsx';
import { ImagePlace } from './image-place.tsx';
import { useViewerChannel } from './use-viewer-channel.ts';
import './reading.css';

type OwnCase = OutputOf<typeof ownCase>;

/** A case she read herself, in which there was cancer: her read then, and the diagnosis. */
export default function OwnCasePage() {
  const found = useLoad(ownCase, { personId: usePathParam('personId'), caseId: usePathParam('caseId') });
  return <Loaded query={found}>{(data) => <Sheet own={data} />}</Loaded>;
}

function Sheet({ own }: { readonly own: OwnCase }) {
  const tools = useText();
  const { text, formatDate } = tools;
  useViewerChannel(own.caseId);
  return (
    <div className="reading-room" data-color-scheme="dark">
      <PageHeading
        title={text.reading.figures.caseTitle(own.age, formatDate(own.examinedOn))}
        lead={text.reading.figures.caseLead}
      >
        <PageLink to="/my-figures">{text.reading.figures.back}</PageLink>
      </PageHeading>
      <div className="reading-case">
        <ImagePlace views={own.views} />
        <section className="opinion">
          <dl className="facts">
            {factsOf(own, tools).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </div>
  );
}

function factsOf(own: OwnCase, { text, formatDate, formatMeasure }: TextTools): readonly (readonly [string, string])[] {
  const { reading, cancers } = text;
  const kinds: Readonly<Record<string, string>> = reading.findingKinds;
  const marked = own.own.findings.map((f) => `${reading.breast[f.breast]}: ${kinds[f.kind] ?? f.kind}`).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    [
      reading.figures.ownRead,
      `${formatDate(own.own.readOn)}: ${reading.figures.scores(own.own.right, own.own.left)}${marked ? ` (${marked})` : ''}`,
    ],
    [reading.outcome, own.outcome ? reading.outcomes[own.outcome] : ''],
    [reading.figures.priors, own.priors.map((one) => formatDate(one, 'numeric')).join(', ')],
    ...own.cancers.map(
      (one) =>
        [
          cancers.diagnosis,
          [
            formatDate(one.diagnosedOn),
            text.common.side[one.side],
            cancers.behaviours[one.behaviour],
            ...(one.sizeMm === null ? [] : [`${formatMeasure(one.sizeMm)} mm`]),
          ].join(' · '),
        ] as const,
    ),
  ];
  return facts.filter(([, value]) => value !== '');
}
