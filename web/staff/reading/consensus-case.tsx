import { useEffect, useState } from 'react';
import { openConsensus, releaseCase } from '#contracts/reading';
import { call, type CallError } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loading } from '../components/loading.tsx';
import { CaseFacts, type ShownCase } from './case-facts.tsx';
import { ConsensusForm, type Decided } from './consensus-form.tsx';
import { ImagePlace } from './image-place.tsx';
import { MachineSays, marksOf } from './machine-says.tsx';
import { inTurn } from './in-turn.ts';
import type { Meeting } from './meeting-bar.tsx';
import { ReadsTable } from './reads-table.tsx';
import type { Current } from './start-meeting.tsx';
import { useViewerChannel } from './use-viewer-channel.ts';

/** One case before the consensus: opened with a lease, given back when it is left. */
export function ConsensusCase(props: {
  readonly personId: string;
  readonly caseId: string;
  readonly current: Current;
  readonly meeting: Meeting;
  readonly before: Decided['draft'] | undefined;
  readonly onDone: (decided: Decided) => void;
}) {
  const { personId, caseId } = props;
  const [shown, setShown] = useState<ShownCase>();
  const [error, setError] = useState<CallError>();
  useViewerChannel(shown?.caseId);
  useEffect(() => {
    let here = true;
    inTurn(() => call(openConsensus, { personId, caseId }))
      .then((opened) => (here ? setShown(opened) : undefined))
      .catch((failed: CallError) => (here ? setError(failed) : undefined));
    return () => {
      here = false;
      void inTurn(() => call(releaseCase, { kind: 'consensus' })).catch(() => undefined);
    };
  }, [personId, caseId]);
  if (error) return <ErrorBox error={error} />;
  if (!shown) return <Loading />;
  return (
    <div className="reading-case">
      <ImagePlace views={shown.examination.views} marks={marksOf(shown)} />
      <div className="opinion">
        <CaseFacts shown={shown} />
        <MachineSays shown={shown} />
        <ReadsTable shown={shown} />
        <ConsensusForm shown={shown} {...props} />
      </div>
    </div>
  );
}
