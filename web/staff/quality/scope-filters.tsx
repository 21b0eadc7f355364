import { Field, Label, Select } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { ageGroups } from '#core/quality/dimension';
import { useText } from '../text.tsx';
import type { Places } from './figure-words.ts';
import type { ScopeAddress } from './scope.ts';

type Scope = Omit<ScopeAddress, 'set'>;

/** Place, period, kind and age; each change goes to the address. */
export function ScopeFilters(props: {
  readonly places: Places;
  readonly years: readonly number[];
  readonly scope: Scope;
  readonly setScope: (change: Partial<Scope>) => void;
  /** Only the place and the period. */
  readonly short?: boolean;
  readonly children?: ReactNode;
}) {
  const { scope, setScope } = props;
  const { text } = useText();
  return (
    <div className="filters no-print">
      {props.children}
      <PlaceChoice places={props.places} scope={scope} setScope={setScope} units={!props.short} />
      <PeriodChoice years={props.years} period={scope.period} setPeriod={(period) => setScope({ period })} />
      {props.short ? null : (
        <>
          <Choice
            label={text.quality.kind}
            value={scope.kind}
            onChange={(kind) => setScope({ kind: kind as Scope['kind'] })}
          >
            {(['all', 'prevalent', 'subsequent'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {text.quality.kinds[kind]}
              </option>
            ))}
          </Choice>
          <Choice label={text.quality.age} value={scope.age} onChange={(age) => setScope({ age: age as Scope['age'] })}>
            {(['all', ...ageGroups] as const).map((age) => (
              <option key={age} value={age}>
                {text.quality.ages[age]}
              </option>
            ))}
          </Choice>
        </>
      )}
    </div>
  );
}

function PlaceChoice(props: {
  readonly places: Places;
  readonly scope: Scope;
  readonly setScope: (change: Partial<Scope>) => void;
  readonly units: boolean;
}) {
  const { places, scope } = props;
  const { text } = useText();
  const value = scope.unit
    ? `unit:${scope.unit}`
    : scope.centre
      ? `centre:${scope.centre}`
      : scope.region
        ? `region:${scope.region}`
        : 'nation';
  const choose = (chosen: string) => {
    const [level, id] = chosen.split(':');
    props.setScope({ region: undefined, centre: undefined, unit: undefined, ...(id ? { [level ?? '']: id } : {}) });
  };
  const group = (label: string, level: string, list: readonly { readonly id: string; readonly name: string }[]) => (
    <optgroup label={label}>
      {list.map(({ id, name }) => (
        <option key={id} value={`${level}:${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
  return (
    <Choice label={text.quality.where} value={value} onChange={choose}>
      <option value="nation">{text.quality.nation}</option>
      {group(text.quality.regions, 'region', places.regions)}
      {group(text.quality.centres, 'centre', places.centres)}
      {props.units ? group(text.quality.units, 'unit', places.units) : null}
    </Choice>
  );
}

function PeriodChoice(props: {
  readonly years: readonly number[];
  readonly period: string;
  readonly setPeriod: (period: string) => void;
}) {
  const { text } = useText();
  const years = props.years.toReversed();
  return (
    <Choice label={text.quality.period} value={props.period} onChange={props.setPeriod}>
      <option value="newest">{text.quality.newest}</option>
      <option value="all">{text.quality.all}</option>
      <optgroup label={text.quality.years}>
        {years.map((year) => (
          <option key={year} value={String(year)}>
            {year}
          </option>
        ))}
      </optgroup>
      <optgroup label={text.quality.rounds}>
        {years.slice(0, -1).map((year) => (
          <option key={year} value={`${year - 1}-${year}`}>
            {year - 1}–{year}
          </option>
        ))}
      </optgroup>
    </Choice>
  );
}

export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <Field>
      <Label>{props.label}</Label>
      <Select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.children}
      </Select>
    </Field>
  );
}
