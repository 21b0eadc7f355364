import { Button, Checkbox, Heading, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { recordPathology, type Worksheet } from '#contracts/assessment';
import type { InputOf } from '#contracts/endpoint';
import type { Day } from '#core/kernel/day';
import { histologies } from '#core/registry/delivery';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { Choice } from '../examination/choice.tsx';
import { useText } from '../text.tsx';

type Input = InputOf<typeof recordPathology>;
/** An answer on its way: breast and conclusion are chosen, never given beforehand, for they decide her letter. */
type Draft = Omit<Input, 'side' | 'conclusion'> & {
  readonly side: Input['side'] | null;
  readonly conclusion: Input['conclusion'] | null;
};
const malignant = (conclusion: Draft['conclusion']) => conclusion === 'dcis' || conclusion === 'invasive';
const markers = ['nodes', 'er', 'pr', 'her2'] as const;

/** An answer from pathology. Size, grade and receptors are asked for when the answer is malignant only. */
export function PathologyForm({ sheet }: { readonly sheet: Worksheet }) {
  const { text } = useText();
  const words = text.assessment;
  const { personId, episodeId } = sheet;
  const [recalled, other] = sheet.breasts as readonly Input['side'][];
  const [fault, setFault] = useState('');
  const [input, setInput] = useState<Draft>({
    personId,
    episodeId,
    reportedOn: sheet.today,
    side: other ? null : (recalled ?? null),
    specimen: sheet.outcome === 'cancer' ? 'surgery' : 'biopsy',
    conclusion: null,
  });
  const set = (change: Partial<Draft>) => {
    setFault('');
    setInput({ ...input, ...change });
  };
  const save = useSend(recordPathology);
  const toast = useToast();
  const send = () => {
    const { side, conclusion } = input;
    setFault(side && conclusion ? '' : words.chooseAnswer);
    if (!side || !conclusion) return;
    save.mutate(
      { ...input, side, conclusion },
      { onSuccess: (saved) => toast({ text: words.pathologySaved[saved.result] }) },
    );
  };
  const { unknown, both, ...sides } = text.common.side;
  return (
    <section className="stack no-print">
      <Heading level={2} data-size="2xs">
        {words.recordPathology}
      </Heading>
      <div className="filters">
        <Textfield
          type="date"
          data-size="sm"
          label={words.reportedOn}
          max={sheet.today}
          value={input.reportedOn ?? ''}
          onChange={(event) => event.currentTarget.value && set({ reportedOn: event.currentTarget.value as Day })}
        />
        <Choice label={words.side} value={input.side} words={sides} onChange={(side) => set({ side })} />
        <Choice
          label={words.specimen}
          value={input.specimen}
          words={words.specimens}
          onChange={(specimen) => set({ specimen })}
        />
        <Choice
          label={words.conclusion}
          value={input.conclusion}
          words={words.conclusions}
          onChange={(conclusion) =>
            set({
              conclusion,
              ...(malignant(conclusion) ? { histology: conclusion === 'dcis' ? 'dcis' : null } : noDetail),
            })
          }
        />
      </div>
      {malignant(input.conclusion) ? <TumourFields input={input} set={set} /> : null}
      {sheet.state === 'assessment' && input.conclusion && !malignant(input.conclusion) ? (
        <Checkbox
          label={words.moreAwaited}
          value="more"
          checked={input.moreAwaited ?? false}
          onChange={(event) => set({ moreAwaited: event.currentTarget.checked })}
        />
      ) : null}
      <p className="fault" role="alert">
        {fault}
      </p>
      <ErrorBox error={save.error} />
      <div>
        <Button disabled={save.isPending} onClick={send}>
          {words.savePathology}
        </Button>
      </div>
    </section>
  );
}

const noDetail = { histology: null, sizeMm: null, grade: null, nodes: null, er: null, pr: null, her2: null } as const;

function TumourFields({ input, set }: { readonly input: Draft; readonly set: (change: Partial<Draft>) => void }) {
  const { text } = useText();
  const words = text.assessment;
  const numberOf = (value: string) => (value === '' ? null : Number(value));
  return (
    <div className="filters">
      <Choice
        label={words.histology}
        value={input.histology ?? null}
        words={words.histologies}
        only={histologies.filter((one) => (one === 'dcis') === (input.conclusion === 'dcis'))}
        onChange={(histology) => set({ histology: histologies.find((h) => h === histology) ?? null })}
      />
      <Textfield
        type="number"
        data-size="sm"
        label={words.size}
        min={0.1}
        max={300}
        step={0.1}
        value={input.sizeMm ?? ''}
        onChange={(event) => set({ sizeMm: numberOf(event.currentTarget.value) })}
      />
      <Textfield
        type="number"
        data-size="sm"
        label={words.grade}
        min={1}
        max={3}
        value={input.grade ?? ''}
        onChange={(event) => set({ grade: numberOf(event.currentTarget.value) })}
      />
      {markers.map((marker) => (
        <Choice
          key={marker}
          label={marker === 'nodes' ? words.nodes : words.markers[marker]}
          value={input[marker] ?? 'unknown'}
          words={words.markerValues}
          onChange={(value) => set({ [marker]: value })}
        />
      ))}
    </div>
  );
}
