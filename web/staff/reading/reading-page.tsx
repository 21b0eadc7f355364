import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { readingCounts } from '#contracts/reading';
import { useLoad } from '../api.ts';
import { useAnnounce } from '../components/announce.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';
import { CaseFacts } from './case-facts.tsx';
import { ChangeRead } from './change-read.tsx';
import { ImagePlace } from './image-place.tsx';
import { MachineSays, marksOf } from './machine-says.tsx';
import { RecordedBanner } from './recorded-banner.tsx';
import { LookAgain, earlierRead } from './look-again.tsx';
import { ScoreForm } from './score-form.tsx';
import { SetAside } from './set-aside.tsx';
import { useOpeningLock } from './use-opening-lock.ts';
import { useReading } from './use-reading.ts';
import { useViewerChannel } from './use-viewer-channel.ts';
import './reading.css';

/** The case is not hers any more, and its form is of no use. After any other error what she chose stands, to be saved again. */
const lost = ['not-claimed', 'taken', 'not-open'];

export default function ReadingPage() {
  const { text } = useText();
  const announce = useAnnounce();
  const counts = useLoad(readingCounts, {});
  const { desk, last, setLast, error, busy, skips, open, save, defer, priors, skip, takeBack } = useReading();
  const [changing, setChanging] = useState(false);
  const shown = desk.kind === 'open' ? desk.shown : undefined;
  const locked = useOpeningLock(shown?.caseId, counts.data?.openingLockMs ?? 1500);
  const changed = changing && last?.kind === 'recorded' ? last : undefined;
  // While a read is changed, its images are those on the screen.
  useViewerChannel((changed?.shown ?? shown)?.caseId);
  const opinion = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!shown) return;
    announce(shown.revises ? text.reading.lookAgain.opened(shown.woman.age) : text.reading.opened(shown.woman.age));
    // The form that had the focus is gone with its case; on the first case the heading has it.
    if (!first.current) opinion.current?.focus({ preventScroll: true });
    first.current = false;
  }, [shown, announce, text]);
  const back = () =>
    last?.kind === 'aside' ? void takeBack(() => announce(text.reading.released)) : setChanging(true);
  const backLabel = last?.kind === 'aside' ? text.reading.takeBack : text.reading.changeLast;
  const openNext = shown && error && lost.includes(error.code) ? () => void open() : undefined;
  useShortcuts([
    ...(last && !changing ? [{ key: 'b', label: backLabel, run: back }] : []),
    ...(openNext ? [{ key: 'o', label: text.reading.nextCase, run: openNext }] : []),
  ]);
  return (
    <div className="reading-room" data-color-scheme="dark">
      <PageHeading
        title={text.reading.title}
        lead={counts.data ? text.reading.progress({ ...counts.data, skipped: skips }) : null}
      />
      <ErrorBox error={error} onRetry={openNext} retryWords={text.reading.nextCase} />
      {last ? <RecordedBanner last={last} onBack={back} changing={changing} /> : null}
      {changed ? (
        <div className="reading-case">
          <ImagePlace views={changed.shown.examination.views} marks={marksOf(changed.shown)} />
          <ChangeRead
            read={{
              ...changed.shown,
              ...changed.opinion,
              revision: changed.revision,
              age: changed.shown.woman.age,
              examinedOn: changed.shown.examination.day,
            }}
            onDone={(now) => {
              if (now) {
                setLast({ ...changed, ...now });
                announce(text.reading.changed(now.opinion.right, now.opinion.left));
              }
              setChanging(false);
            }}
          />
        </div>
      ) : null}
      {desk.kind === 'opening' ? <Loading label={text.reading.opening} /> : null}
      {desk.kind === 'none' ? (
        <section className="empty-desk">
          <Heading level={2} data-size="xs">
            {text.reading.none}
          </Heading>
          <Paragraph>{text.reading.noneMore}</Paragraph>
          <Button variant="secondary" onClick={() => void open()}>
            {text.reading.again}
          </Button>
        </section>
      ) : null}
      {shown && !changing ? (
        <div className="reading-case">
          <ImagePlace views={shown.examination.views} marks={marksOf(shown)} />
          <section className="opinion" aria-label={text.reading.opinion} tabIndex={-1} ref={opinion}>
            <CaseFacts shown={shown} />
            <LookAgain shown={shown} />
            <MachineSays shown={shown} />
            <p className="lock" data-locked={locked}>
              {locked ? text.reading.locked : text.reading.ready}
            </p>
            <ScoreForm
              key={`${shown.caseId} ${shown.step}`}
              {...earlierRead(shown)}
              locked={locked}
              busy={busy}
              onSave={(opinion) =>
                void save(opinion, () => announce(text.reading.recorded(opinion.right, opinion.left)))
              }
            />
            <SetAside
              reasons={counts.data?.deferReasons ?? []}
              locked={locked}
              onDefer={(reason) => void defer(reason, () => announce(text.reading.deferred))}
              onPriors={mayAsk(shown) ? () => void priors(() => announce(text.reading.priorsAsked)) : undefined}
              onSkip={() => void skip(() => announce(text.reading.skippedNow))}
            />
          </section>
        </div>
      ) : null}
    </div>
  );
}

/** Earlier images are asked for where the step may see them, and not again when the answer has come. */
function mayAsk({ priors, priorsRequest }: Parameters<typeof CaseFacts>[0]['shown']): boolean {
  return priors !== null && !['received', 'not-available'].includes(priorsRequest.state);
}
