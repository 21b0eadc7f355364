import {
  Button,
  Field,
  Fieldset,
  Label,
  Paragraph,
  Radio,
  Textarea,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import { answerSurvey, surveysForMe, takeBackAnswers } from '#contracts/surveys';
import { type SurveyForm, type SurveyQuestion, valuesOf, wordsIn } from '#core/surveys/form';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import './surveys.css';

/** The questions a radiologist is asked, once a month at most; answered without a name. */
export default function AnswerPage() {
  const { text } = useText();
  const words = text.surveys;
  const asked = useLoad(surveysForMe, {});
  return (
    <>
      <PageHeading title={words.answerTitle} />
      <Loaded query={asked}>
        {(data) =>
          data.asked.length === 0 ? (
            <Paragraph>{words.nothingAsked}</Paragraph>
          ) : (
            <div className="stack">
              {data.asked.map(({ form, answered }) =>
                answered ? <Paragraph key={form.id}>{words.thanks}</Paragraph> : <Form key={form.id} form={form} />,
              )}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function Form({ form }: { readonly form: SurveyForm }) {
  const { text, language } = useText();
  const words = text.surveys;
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const send = useSend(answerSurvey);
  const takeBack = useSend(takeBackAnswers);
  const toast = useToast();
  const submit = () =>
    send.mutate(
      { form: form.id, answers },
      {
        onSuccess: ({ occasion }) => {
          if (occasion) toast({ text: words.sent, undo: () => takeBack.mutate({ form: form.id, occasion }) });
        },
      },
    );
  const faultOf = (asked: SurveyQuestion) => {
    const fault = send.data?.faults.find((one) => one.question === asked.id);
    return fault ? words.faults[fault.why](wordsIn(asked.text, language).text) : undefined;
  };
  return (
    <form
      className="stack survey-question"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Paragraph>{wordsIn(form.intro, language).text}</Paragraph>
      <Paragraph data-size="sm">
        {form.standing.kind === 'validated' ? form.standing.source : words.notValidated}
      </Paragraph>
      {form.questions.map((asked) => (
        <Question
          key={asked.id}
          asked={asked}
          value={answers[asked.id] ?? ''}
          fault={faultOf(asked)}
          onChange={(value) => setAnswers((before) => ({ ...before, [asked.id]: value }))}
        />
      ))}
      <ErrorBox error={send.error} />
      <div>
        <Button type="submit" disabled={send.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}

function Question(props: {
  readonly asked: SurveyQuestion;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { text, language } = useText();
  const { asked, value, fault, onChange } = props;
  const title = wordsIn(asked.text, language).text;
  if (asked.kind === 'text') {
    return (
      <Field>
        <Label>
          {title} ({text.surveys.optional})
        </Label>
        {asked.hint ? <Field.Description>{wordsIn(asked.hint, language).text}</Field.Description> : null}
        <Textarea
          rows={3}
          value={value}
          maxLength={asked.longest}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
      </Field>
    );
  }
  const labelOf = (one: number): string => {
    if (asked.kind === 'choice') {
      const option = asked.options.find((each) => each.value === one);
      return option ? wordsIn(option.text, language).text : String(one);
    }
    const end = one === asked.from ? asked.low : one === asked.to ? asked.high : undefined;
    return end ? `${one} (${wordsIn(end, language).text})` : String(one);
  };
  return (
    <Fieldset>
      <Fieldset.Legend>{asked.optional ? `${title} (${text.surveys.optional})` : title}</Fieldset.Legend>
      {valuesOf(asked).map((one) => (
        <Radio
          key={one}
          name={asked.id}
          value={String(one)}
          label={labelOf(one)}
          checked={value === String(one)}
          onChange={() => onChange(String(one))}
        />
      ))}
      {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
    </Fieldset>
  );
}
