import { Button, Details, Fieldset, Paragraph } from '@digdir/designsystemet-react';
import { formLanguages } from '#core/studies/consent';
import { blankForm, nextVersion, type PlanDraft } from '#core/studies/plan-draft';
import { boardSights } from '#core/studies/study';
import { useText } from '../../text.tsx';
import { ChoiceAt, DayAt, FaultAt, TextAt } from './fields.tsx';
import { usePlanForm } from './form.tsx';
import { fieldId } from './place-of.ts';
import { usePlanText } from './plan-text.ts';
import { Section } from './section.tsx';

type Form = PlanDraft['consent']['forms'][number];
/** A form is known by its place: its version is what is being typed. */
const placeAt = (i: number) => `consent.forms.${i}`;

/** How women come to take part, the forms in their versions and languages, and who may be told the arm. */
export function ConsentPart() {
  const { text } = useText();
  const words = usePlanText();
  const { draft, shown, set } = usePlanForm();
  const { forms } = draft.consent;
  const write = (next: readonly Form[]) => set('consent.forms', next);
  const add = () => {
    const last = forms.at(-1);
    write([...forms, last ? { ...last, version: nextVersion(last.version), from: '' } : blankForm('1')]);
  };
  const signed = ({ version }: Form) => shown.before?.consent.forms.some((form) => form.version === version) ?? false;
  return (
    <Section name="consent">
      <ChoiceAt
        at="consent.design"
        label={words.design}
        options={(['consent', 'opt-out'] as const).map((one) => [one, words.designs[one]] as const)}
      />
      <div className="stack" id={fieldId('consent.forms')} tabIndex={-1}>
        <FaultAt at="consent.forms" />
        {forms.map((form, i) =>
          signed(form) ? (
            <SignedForm key={form.version} form={form} />
          ) : (
            <FormFields
              key={placeAt(i)}
              at={placeAt(i)}
              form={form}
              onRemove={() => write(forms.filter((_, at) => at !== i))}
            />
          ),
        )}
      </div>
      <div>
        <Button variant="secondary" data-size="sm" onClick={add}>
          {words.addForm}
        </Button>
      </div>
      <div className="plan-fields">
        <ChoiceAt
          at="tellArm"
          label={words.tellArm}
          options={(['never', 'when-closed'] as const).map((one) => [one, words.tellArms[one]] as const)}
        />
        <ChoiceAt
          at="board"
          label={text.studies.board}
          absent="by-arm"
          options={boardSights.map((sight) => [sight, text.studies.boards[sight]] as const)}
        />
      </div>
    </Section>
  );
}

function FormFields(props: { readonly at: string; readonly form: Form; readonly onRemove: () => void }) {
  const words = usePlanText();
  const { at, form } = props;
  return (
    <Fieldset data-size="sm" className="plan-criterion">
      <Fieldset.Legend>{words.form(form.version)}</Fieldset.Legend>
      <div className="plan-fields">
        <TextAt at={`${at}.version`} label={words.formVersion} />
        <DayAt at={`${at}.from`} label={words.formFrom} />
        <div className="plan-remove">
          <Button variant="tertiary" data-size="sm" onClick={props.onRemove}>
            {words.remove}
            <span className="visually-hidden">: {words.form(form.version)}</span>
          </Button>
        </div>
      </div>
      <div className="plan-languages">
        {formLanguages.map((one) => (
          <Fieldset key={one} data-size="sm">
            <Fieldset.Legend>
              {one === 'nb' ? words.languages.nb : words.optional(words.languages[one])}
            </Fieldset.Legend>
            <TextAt at={`${at}.texts.${one}.title`} label={words.formTitle} lang={one} />
            <TextAt
              at={`${at}.texts.${one}.body`}
              label={words.formBody}
              help={words.formBodyHelp}
              lang={one}
              rows={8}
            />
          </Fieldset>
        ))}
      </div>
    </Fieldset>
  );
}

/** Women have answered to these words: they stay. */
function SignedForm({ form }: { readonly form: Form }) {
  const { formatDate, text } = useText();
  const words = usePlanText();
  return (
    <Details>
      <Details.Summary>{text.studies.formFrom(form.version, formatDate(form.from))}</Details.Summary>
      <Details.Content className="stack">
        <Paragraph data-size="sm">{words.formSigned}</Paragraph>
        {formLanguages
          .filter((one) => form.texts[one].title !== '')
          .map((one) => (
            <article key={one} lang={one}>
              <strong>{form.texts[one].title}</strong>
              {form.texts[one].body.split('\n\n').map((part) => (
                <p key={part}>{part}</p>
              ))}
            </article>
          ))}
      </Details.Content>
    </Details>
  );
}
