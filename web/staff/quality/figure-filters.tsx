import { Field, Label, Select } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useText } from '../text.tsx';
import type { Figures, FiguresFilter } from './figures-page.tsx';
import { useIndicatorWords } from './indicator-words.ts';

export function FigureFilters(props: {
  readonly data: Figures;
  readonly filter: FiguresFilter;
  readonly setFilter: (change: Partial<FiguresFilter>) => void;
  readonly newest: number;
}) {
  const { data, filter, setFilter } = props;
  const { text } = useText();
  const words = useIndicatorWords();
  const years = [...new Set(data.figures.map((f) => f.group.year).filter((y) => y != null))].toSorted((a, b) => b - a);
  return (
    <div className="filters no-print">
      <Choice
        label={text.quality.indicator}
        value={filter.indicator}
        onChange={(indicator) => setFilter({ indicator })}
      >
        {data.indicators.map((indicator) => (
          <option key={indicator.id} value={indicator.id}>
            {words(indicator.name)}
          </option>
        ))}
      </Choice>
      <Choice
        label={text.quality.split}
        value={filter.split}
        onChange={(split) => setFilter({ split: split as FiguresFilter['split'] })}
      >
        {(['region', 'centre', 'unit'] as const).map((split) => (
          <option key={split} value={split}>
            {text.quality.splits[split]}
          </option>
        ))}
      </Choice>
      <Choice label={text.quality.year} value={filter.year} onChange={(year) => setFilter({ year })}>
        <option value="newest">{text.quality.newest(props.newest)}</option>
        <option value="all">{text.quality.allYears}</option>
        {years.map((year) => (
          <option key={year} value={String(year)}>
            {year}
          </option>
        ))}
      </Choice>
      <Choice
        label={text.quality.kind}
        value={filter.kind}
        onChange={(kind) => setFilter({ kind: kind as FiguresFilter['kind'] })}
      >
        {(['all', 'true', 'false'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {text.quality.kinds[kind]}
          </option>
        ))}
      </Choice>
    </div>
  );
}

function Choice(props: {
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
