import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { drawBeforeImages, type examinationForm } from '#contracts/examination';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { answered, type Draft } from './draft.ts';
import './examination.css';

type Form = OutputOf<typeof examinationForm>;

/** A study that draws before the images: the draw, and then which images to take. */
export function DrawImages(props: {
  readonly form: Form;
  readonly draw: NonNullable<Form['draw']>;
  readonly draft: Draft;
  readonly onWithout: () => void;
}) {
  const { text, written } = useText();
  const words = text.examination.draw;
  const { modality, title } = props.draw;
  const { personId, appointmentId } = props.form.woman;
  const { implants, symptoms } = answered(props.draft.interview);
  const send = useSend(drawBeforeImages);
  const toast = useToast();
  const draw = () => {
    if (send.isPending) return;
    const answers = { implants: implants !== 'none', symptoms: symptoms.length > 0 };
    send.mutate(
      { personId, appointmentId, ...answers },
      {
        onSuccess: (drawn) => {
          toast({ text: drawn.modality ? words.take[drawn.modality] : words.none });
          if (!drawn.modality) props.onWithout();
        },
      },
    );
  };
  useShortcuts(modality === null ? [{ key: 'r', label: words.draw, run: draw }] : []);
  const heading = (
    <Heading level={2} data-size="2xs" id="draw-images">
      {words.heading(title[written])}
    </Heading>
  );
  if (modality !== null)
    return (
      <Alert data-color="warning" role="status" className="draw-images">
        {heading}
        <Paragraph>
          <strong>{words.take[modality]}</strong> {words.holds}
        </Paragraph>
      </Alert>
    );
  return (
    <section className="draw-images stack" aria-labelledby="draw-images">
      {heading}
      <Paragraph>{words.help}</Paragraph>
      <ErrorBox error={send.error} />
      <div className="filters">
        <Button data-size="sm" disabled={send.isPending} onClick={draw}>
          <kbd aria-hidden>R</kbd> {words.draw}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={props.onWithout}>
          {words.without}
        </Button>
      </div>
    </section>
  );
}
