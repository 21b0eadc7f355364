import type { EquipmentDetail } from '#contracts/equipment';
import { Field, Heading, Label, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { ControlChart } from '#web/charts/control-chart.tsx';
import { dayNumber } from '#core/kernel/day';
import { useText } from '../text.tsx';
import { useFigureWords } from './finding-table.tsx';

/** One figure of one test over time with its limits; the history below says the same in figures. */
export function Trends({ data }: { readonly data: EquipmentDetail }) {
  const { text, formatDate } = useText();
  const words = text.equipment;
  const choices = data.definitions.flatMap((test) =>
    test.figures
      .filter((figure) => !test.inputs.some((input) => input.kind === 'yes-no' && input.id === figure.inputs[0]))
      .map((figure) => ({ key: `${test.id} ${figure.id}`, test, figure })),
  );
  const measuredOf = (choice: (typeof choices)[number]) =>
    data.tests.flatMap((done) =>
      done.test === choice.test.id
        ? done.findings.filter((one) => one.figure === choice.figure.id).map((one) => ({ ...one, doneOn: done.doneOn }))
        : [],
    );
  const usable = choices.filter((choice) => measuredOf(choice).length >= 2);
  const [chosen, setChosen] = useState<string>();
  // What is beyond its limit now is what one has come to see.
  const beyond = usable.find((one) => measuredOf(one)[0]?.within === false);
  const choice = usable.find((one) => one.key === chosen) ?? beyond ?? usable[0];
  const say = useFigureWords()(choice?.test);
  if (!choice) return null;
  const measured = measuredOf(choice);
  const limits = { min: choice.figure.min ?? null, max: choice.figure.max ?? null };
  const name = say.name(choice.figure.id);
  const limit = say.limit({ figure: choice.figure.id, value: 0, within: true, suspends: false, ...limits });
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {words.trend}
      </Heading>
      <div className="filters no-print">
        <Field data-size="sm">
          <Label>{words.figure}</Label>
          <Select value={choice.key} onChange={(event) => setChosen(event.currentTarget.value)}>
            {usable.map((one) => (
              <option key={one.key} value={one.key}>
                {`${words.tests[one.test.id] ?? one.test.id}: ${words.figures[one.figure.id] ?? one.figure.id}`}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <figure className="trend-figure">
        <figcaption>{words.trendOf(name, limit)}</figcaption>
        <ControlChart
          title={words.trendOf(name, limit)}
          points={measured.map((one) => ({
            day: dayNumber(one.doneOn),
            label: formatDate(one.doneOn, 'short'),
            value: one.value,
            within: one.within,
          }))}
          {...limits}
          format={(value) => say.value(choice.figure.id, value)}
        />
      </figure>
    </section>
  );
}
