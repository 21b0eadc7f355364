import type { OutputOf } from '#contracts/endpoint';
import type { openConsensus } from '#contracts/reading';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

export type ShownCase = OutputOf<typeof openConsensus>;

/** What is known of the woman and the examination, without a name. */
export function CaseFacts({ shown }: { readonly shown: ShownCase }) {
  const { text, formatDate } = useText();
  const { woman, examination, priors, priorsRequest } = shown;
  const { state, day } = priorsRequest;
  return (
    <div className="case-facts">
      <p>
        <strong>{text.reading.woman(woman.age, woman.round)}</strong>
        {woman.firstTime ? <StatusTag tone="info">{text.reading.firstTime}</StatusTag> : null}
        {examination.symptoms ? <StatusTag tone="warning">{text.reading.symptoms}</StatusTag> : null}
        {examination.implants ? <StatusTag tone="info">{text.reading.implants}</StatusTag> : null}
      </p>
      <p>
        {text.reading.examined(formatDate(examination.day), examination.unit)} ({examination.modality}).{' '}
        {priors === null
          ? null
          : priors.length > 0
            ? text.reading.priorsAre(priors.map((p) => `${formatDate(p.day, 'numeric')} (${p.modality})`).join(', '))
            : text.reading.priorsNone}
        {state === 'not-requested' ? null : ` ${text.reading.priorsStates[state](day ? formatDate(day) : '')}`}
      </p>
    </div>
  );
}
