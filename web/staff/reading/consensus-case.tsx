import { useEffect, useState } from 'react';
import { openConsensus, releaseCase } from '#contracts/reading';
import { call, type CallError } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loading } from '../components/loading.tsx';
import { useText } from '../text.tsx';
import { CaseFacts, type ShownCase } from './case-facts.tsx';
import { ConsensusForm } from './consensus-form.tsx';
import { ImagePlace } from './image-place.tsx';
import { inTurn } from './in-turn.ts';

/** One case before the consensus: opened with a lease, given back when it is left. */
export function ConsensusCase(props: {
  readonly personId: string;
  readonly caseId: string;
  readonly onDone: () => void;
}) {
  const { personId, caseId } = props;
  const [shown, setShown] = useState<ShownCase>();
  const [error, setError] = useState<CallError>();
  useEffect(() => {
    let here = true;
    inTurn(() => call(openConsensus, { personId, caseId }))
      .then((opened) => (here ? setShown(opened) : undefined))
      .catch((failed: CallError) => (here ? setError(failed) : undefined));
    return () => {
      here = false;
      void inTurn(() => call(releaseCase, {})).catch(() => undefined);
    };
  }, [personId, caseId]);
  if (error) return <ErrorBox error={error} />;
  if (!shown) return <Loading />;
  return (
    <div className="reading-case">
      <ImagePlace shown={shown} />
      <div className="opinion">
        <CaseFacts shown={shown} />
        <ReadsTable shown={shown} />
        <ConsensusForm shown={shown} onDone={props.onDone} />
      </div>
    </div>
  );
}

/** The independent reads, side by side, as the protocol lets the members see them. */
function ReadsTable({ shown }: { readonly shown: ShownCase }) {
  const { text } = useText();
  const names = new Map(shown.consensus?.radiologists.map((r) => [r.id, r.name]));
  const reads = [...shown.own, ...shown.others].toSorted((a, b) => a.step.localeCompare(b.step));
  return (
    <table className="reads">
      <caption>{text.reading.reads}</caption>
      <thead>
        <tr>
          <th scope="col">{text.reading.reader}</th>
          <th scope="col">{text.reading.right}</th>
          <th scope="col">{text.reading.left}</th>
        </tr>
      </thead>
      <tbody>
        {reads.map((r) => (
          <tr key={r.step}>
            <th scope="row">{names.get(r.reader) ?? r.reader}</th>
            <td data-positive={r.right >= 2}>{r.right}</td>
            <td data-positive={r.left >= 2}>{r.left}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
