import { Button, Field, Input, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { setSurveyActive, surveyForms, surveyResults } from '#contracts/surveys';
import { addYears, type Day } from '#core/kernel/day';
import { wordsIn } from '#core/surveys/form';
import { useAddress } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor, useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { LoadForm } from './load-form.tsx';
import { type SurveysFilter, surveysSearch } from './search.ts';
import { SurveyResults } from './survey-results.tsx';

type Forms = OutputOf<typeof surveyForms>;

/** What women and radiologists have answered: response rate, distributions and scales, small numbers hidden. */
export default function SurveysPage() {
  const { text } = useText();
  const forms = useLoad(surveyForms, {});
  const mayLoad = ['office', 'administrator'].includes(useActor().role);
  return (
    <>
      <PageHeading title={text.surveys.title} lead={text.surveys.lead} />
      <Loaded query={forms}>{(data) => <Content data={data} mayLoad={mayLoad} />}</Loaded>
      {mayLoad ? <LoadForm /> : null}
    </>
  );
}

function Content({ data, mayLoad }: { readonly data: Forms; readonly mayLoad: boolean }) {
  const { today } = useSession();
  const [filter, setFilter] = useAddress(surveysSearch);
  const chosen = data.forms.find(({ form }) => form.id === filter.form) ?? data.forms[0];
  const period = { from: filter.from ?? addYears(today as Day, -1), to: filter.to ?? today };
  const results = useLoad(
    surveyResults,
    { form: chosen?.form.id ?? '', ...period, ...(filter.centre ? { centre: filter.centre } : {}) },
    { keep: true, enabled: chosen !== undefined },
  );
  if (!chosen) return null;
  return (
    <div className="stack">
      <Filters data={data} filter={{ ...filter, ...period, form: chosen.form.id }} setFilter={setFilter} />
      <About chosen={chosen} mayStop={mayLoad && !chosen.own} />
      <Loaded query={results}>{(found) => <SurveyResults results={found} />}</Loaded>
    </div>
  );
}

function Filters(props: {
  readonly data: Forms;
  readonly filter: SurveysFilter;
  readonly setFilter: (change: Partial<SurveysFilter>) => void;
}) {
  const { text, language } = useText();
  const words = text.surveys;
  const { data, filter, setFilter } = props;
  return (
    <div className="filters no-print">
      <Field data-size="sm">
        <Label>{words.form}</Label>
        <Select value={filter.form ?? ''} onChange={(event) => setFilter({ form: event.currentTarget.value })}>
          {data.forms.map(({ form }) => (
            <option key={form.id} value={form.id}>
              {`${wordsIn(form.title, language).text} (${words.audiences[form.audience].toLowerCase()})`}
            </option>
          ))}
        </Select>
      </Field>
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} data-size="sm">
          <Label>{words[name]}</Label>
          <Input
            type="date"
            value={filter[name] ?? ''}
            onChange={(event) => setFilter({ [name]: event.currentTarget.value })}
          />
        </Field>
      ))}
      <Field data-size="sm">
        <Label>{words.centre}</Label>
        <Select value={filter.centre ?? ''} onChange={(event) => setFilter({ centre: event.currentTarget.value })}>
          <option value="">{words.allCentres}</option>
          {data.centres.map((centre) => (
            <option key={centre.id} value={centre.id}>
              {centre.name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

/** What kind of form it is, and whether it is asked. */
function About({ chosen, mayStop }: { readonly chosen: Forms['forms'][number]; readonly mayStop: boolean }) {
  const { text } = useText();
  const words = text.surveys;
  const { form, active } = chosen;
  const send = useSend(setSurveyActive);
  const toast = useToast();
  const set = (next: boolean) =>
    send.mutate(
      { id: form.id, active: next },
      { onSuccess: () => toast({ text: next ? words.startedNow : words.stoppedNow, undo: () => set(!next) }) },
    );
  return (
    <>
      <ErrorBox error={send.error} />
      <Paragraph data-size="sm">
        {form.standing.kind === 'validated' ? words.validatedForm(form.standing.source) : words.ownForm},{' '}
        {words.version(form.version)} {active ? null : <StatusTag tone="warning">{words.stopped}</StatusTag>}
      </Paragraph>
      {mayStop ? (
        <div>
          <Button variant="secondary" data-size="sm" disabled={send.isPending} onClick={() => set(!active)}>
            {active ? words.stop : words.start}
          </Button>
        </div>
      ) : null}
    </>
  );
}
