import { Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { changeRead } from '#contracts/reading';
import type { Score } from '#core/protocols/facts';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';
import { ScoreForm } from './score-form.tsx';
import type { Finding, Opinion } from './score-scale.ts';

export type ChangeableRead = {
  readonly personId: string;
  readonly caseId: string;
  readonly step: string;
  readonly revision: number;
  readonly left: Score;
  readonly right: Score;
  readonly findings: readonly Finding[];
  readonly age: number;
  readonly examinedOn: string;
};

/** Changes one's own read while it may still be changed; the page says what became of it. */
export function ChangeRead(props: {
  readonly read: ChangeableRead;
  readonly onDone: (changed?: { readonly opinion: Opinion; readonly revision: number }) => void;
}) {
  const { text, formatDate } = useText();
  const send = useSend(changeRead);
  const heading = useRef<HTMLHeadingElement>(null);
  const { personId, caseId, step, revision, left, right, findings, age, examinedOn } = props.read;
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useShortcuts([{ key: 'Escape', label: text.common.cancel, run: () => props.onDone() }]);
  const save = (opinion: Opinion) =>
    send.mutate(
      { personId, caseId, step, revision, ...opinion, findings: [...opinion.findings] },
      {
        onSuccess: (changed) => props.onDone({ opinion, revision: changed.revision }),
      },
    );
  return (
    <section className="change-read">
      <Heading level={2} data-size="xs" tabIndex={-1} ref={heading}>
        {text.reading.changeTitle}: {text.reading.recordedAt(formatDate(examinedOn), age)}
      </Heading>
      <ErrorBox error={send.error} />
      <ScoreForm
        initial={{ left, right, findings }}
        locked={false}
        busy={send.isPending}
        onSave={save}
        onCancel={() => props.onDone()}
      />
    </section>
  );
}
