import { Alert, Field, Label, Select } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import { listUnits } from '#contracts/examination';
import { offlineList, type OfflineList } from '#contracts/examination-entries';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { focusRow } from '../components/row-focus.ts';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { AfterwardsForm } from './afterwards-form.tsx';
import { AfterwardsList } from './afterwards-list.tsx';
import { DayField } from './day-field.tsx';
import { rememberedUnit } from './remembered-unit.ts';
import { afterwardsSearch } from './unit-day-search.ts';

/** What the paper says, entered afterwards: who did it and when, and only the exceptions. */
export default function AfterwardsPage() {
  const { text } = useText();
  const words = text.examination;
  const [filter, setFilter] = useAddress(afterwardsSearch);
  const units = useLoad(listUnits, {}, { keep: true });
  return (
    <Loaded query={units}>
      {(data) => {
        const unitId = filter.unit ?? rememberedUnit(data.units) ?? data.units[0]?.unitId;
        if (!unitId) return <PageHeading title={words.afterwards.title} lead={words.noUnits} />;
        return (
          <>
            <PageHeading title={words.afterwards.title} lead={words.afterwards.lead} />
            <Day
              key={`${unitId} ${filter.day}`}
              unitId={unitId}
              day={filter.day}
              setDay={(day) => setFilter({ day })}
              unitField={
                <Field>
                  <Label>{words.chooseUnit}</Label>
                  <Select value={unitId} onChange={(event) => setFilter({ unit: event.currentTarget.value })}>
                    {data.units.map((unit) => (
                      <option key={unit.unitId} value={unit.unitId}>
                        {unit.name}
                      </option>
                    ))}
                  </Select>
                </Field>
              }
            />
          </>
        );
      }}
    </Loaded>
  );
}

function Day(props: {
  readonly unitId: string;
  readonly day: OfflineList['day'] | undefined;
  readonly setDay: (day: OfflineList['day'] | undefined) => void;
  readonly unitField: ReactNode;
}) {
  const { text, formatDate } = useText();
  const words = text.examination;
  const actor = useActor();
  const list = useLoad(offlineList, { unitId: props.unitId, day: props.day }, { keep: true });
  const [by, setBy] = useState(actor.role === 'radiographer' ? actor.userId : '');
  const [chosen, setChosen] = useState<string>();
  // Taken in, though the list that is shown may not know it yet.
  const [entered, setEntered] = useState<readonly string[]>([]);
  useShortcuts([
    { key: 'ArrowDown', label: words.nextRow, run: () => focusRow(1) },
    { key: 'ArrowUp', label: words.previousRow, run: () => focusRow(-1) },
  ]);
  return (
    <Loaded query={list}>
      {(data) => {
        const woman = data.women.find((one) => one.appointmentId === chosen);
        return (
          <>
            <div className="filters">
              {props.unitField}
              <DayField day={data.day} today={data.today} onChange={props.setDay} />
              <Field>
                <Label>{words.afterwards.by}</Label>
                <Select value={by} onChange={(event) => setBy(event.currentTarget.value)}>
                  <option value="">{words.choose}</option>
                  {data.radiographers.map((one) => (
                    <option key={one.userId} value={one.userId}>
                      {one.name}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
            {by === '' ? <Alert data-color="info">{words.afterwards.chooseFirst}</Alert> : null}
            {woman && by !== '' ? (
              <AfterwardsForm
                key={woman.appointmentId}
                woman={woman}
                data={data}
                by={by}
                onDone={() => {
                  setChosen(undefined);
                  setEntered([...entered, woman.appointmentId]);
                  // When the list is drawn without her button, the next woman's takes the focus.
                  setTimeout(() => focusRow(1), 50);
                }}
                onCancel={() => setChosen(undefined)}
              />
            ) : null}
            <section>
              <AfterwardsList
                note={`${data.unitName}, ${formatDate(data.day, 'weekday')}`}
                women={data.women}
                disabled={by === ''}
                entered={entered}
                onChoose={setChosen}
              />
            </section>
          </>
        );
      }}
    </Loaded>
  );
}
