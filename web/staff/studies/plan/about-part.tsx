import { Checkbox } from '@digdir/designsystemet-react';
import { useText } from '../../text.tsx';
import { TextAt, WordsAt } from './fields.tsx';
import { useField } from './form.tsx';
import { usePlanText } from './plan-text.ts';
import { Section } from './section.tsx';

/** What the study is called, what it asks, and who answers for it. */
export function AboutPart() {
  const { text } = useText();
  const words = usePlanText();
  const invented = useField('invented');
  return (
    <Section name="about">
      <WordsAt at="title" label={words.studyTitle} />
      <WordsAt at="purpose" label={words.purpose} help={words.purposeHelp} rows={4} />
      <div className="plan-fields">
        <TextAt at="sponsor" label={text.studies.sponsor} />
        <TextAt at="registration" label={text.studies.registration} help={words.registrationHelp} />
        <TextAt at="version" label={text.studies.version} />
      </div>
      <Checkbox
        data-size="sm"
        label={words.invented}
        value="invented"
        checked={invented.value === true}
        onChange={(event) => invented.change(event.currentTarget.checked)}
      />
    </Section>
  );
}
