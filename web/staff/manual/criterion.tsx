import type { Manual } from '#contracts/manual';
import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Criterion as CriterionText } from '#core/manual/edition';
import type { Verdict } from '#core/manual/progress';
import type { Tone } from '../components/status-tag.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { DownloadDocument } from '../portal/download-document.tsx';
import { useText } from '../text.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AskCentre } from './ask-centre.tsx';
import { Figures } from './figures.tsx';
import { Measure } from './measure.tsx';

const tones: Readonly<Record<Verdict, Tone>> = {
  met: 'success',
  partly: 'warning',
  'not-met': 'danger',
  'not-applicable': 'neutral',
};

type State = Manual['criteria'][number];

/** One criterion: what is asked, the figures that bear on it, the answer, and what the office has asked about it. */
export function Criterion(props: {
  readonly manual: Manual;
  readonly criterion: CriterionText;
  readonly state: State;
  readonly mayAnswer: boolean;
  readonly isOffice: boolean;
}) {
  const { text, written } = useText();
  const words = text.manual;
  const { manual, criterion, state } = props;
  const { answer, question } = state;
  const [writing, setWriting] = useState(false);
  return (
    <li className="criterion" id={criterion.id}>
      <div className="criterion-head">
        <Heading level={2} data-size="2xs">
          {criterion.id} {criterion.title[written]}
        </Heading>
        <StatusTag tone={answer ? tones[answer.verdict] : 'neutral'}>
          {answer ? words.verdicts[answer.verdict] : words.notAnswered}
        </StatusTag>
      </div>
      <Paragraph data-size="sm">{criterion.question[written]}</Paragraph>
      <Figures figures={state.figures} />
      {question ? (
        <Paragraph>
          <Tag data-color="warning">{words.question}</Tag> {question}
        </Paragraph>
      ) : null}
      {answer && !writing ? (
        <>
          <Paragraph className="account">{answer.account}</Paragraph>
          {answer.documents.length > 0 ? (
            <Paragraph data-size="sm">
              {words.evidence}:{' '}
              {answer.documents.map((one) => (
                <DownloadDocument key={one.documentId} documentId={one.documentId} label={one.title} />
              ))}
            </Paragraph>
          ) : null}
          <Measure manual={manual} criterionId={criterion.id} answer={answer} mayReport={!props.isOffice} />
        </>
      ) : null}
      {writing ? (
        <AnswerForm manual={manual} criterion={criterion} answer={answer} onDone={() => setWriting(false)} />
      ) : null}
      {props.mayAnswer && !writing ? (
        <Button variant="secondary" data-size="sm" className="no-print" onClick={() => setWriting(true)}>
          {answer ? words.change : words.answer}
          <span className="visually-hidden"> {criterion.id}</span>
        </Button>
      ) : null}
      {props.isOffice && manual.stage === 'submitted' ? <AskCentre manual={manual} criterion={criterion} /> : null}
    </li>
  );
}
