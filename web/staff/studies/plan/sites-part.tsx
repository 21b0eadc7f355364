import { Alert, Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { monthsFrom, outsideTable, shareEvenly } from '#core/studies/planned-table';
import { useText } from '../../text.tsx';
import { monthWords } from '../monitoring/month-words.ts';
import { ChecksAt, FaultAt, NumberAt, numberIn } from './fields.tsx';
import { usePlanForm } from './form.tsx';
import { PlannedTable } from './planned-table.tsx';
import { fieldId } from './place-of.ts';
import { usePlanText } from './plan-text.ts';
import { Section } from './section.tsx';

const MOST_MONTHS = 120;

/** The centres that take part, and how many women are planned at each in each month. */
export function SitesPart() {
  const tools = useText();
  const { text, formatNumber } = tools;
  const words = usePlanText();
  const { draft, shown, set } = usePlanForm();
  const { sites, recruitment } = draft;
  const known = recruitment.planned.map(({ month }) => month).sort();
  const [first, setFirst] = useState(known[0] ?? shown.today.slice(0, 7));
  const [count, setCount] = useState(() => String(monthsUntil(first, known.at(-1)) || 12));
  const number = Math.min(MOST_MONTHS, numberIn(count) ?? 0);
  const grid = { sites, months: /^\d{4}-(0[1-9]|1[0-2])$/.test(first) && number >= 1 ? monthsFrom(first, number) : [] };
  const { total } = recruitment;
  const outside = grid.months.length === 0 ? [] : outsideTable(recruitment.planned, grid);
  const outsideMonths = outside.map(({ month }) => month).sort();
  const [from, until] = [outsideMonths[0] ?? first, outsideMonths.at(-1) ?? first];
  const showAll = () => {
    const all = [...grid.months, ...outsideMonths].sort();
    setFirst(all[0] ?? first);
    setCount(String(monthsUntil(all[0] ?? first, all.at(-1))));
  };
  const removeOutside = () =>
    set(
      'recruitment.planned',
      recruitment.planned.filter((row) => !outside.includes(row)),
    );
  const sum = recruitment.planned.reduce((all, row) => all + (sites.includes(row.centreId) ? row.women : 0), 0);
  const may = total !== null && Number.isInteger(total) && total > 0 && sites.length > 0 && grid.months.length > 0;
  return (
    <Section name="sites">
      <ChecksAt
        at="sites"
        label={text.studies.sites}
        help={words.sitesHelp}
        options={shown.centres.map(({ id, name }) => [id, name] as const)}
      />
      <div className="plan-fields">
        <NumberAt at="recruitment.total" label={words.total} />
        <Textfield
          data-size="sm"
          type="month"
          label={words.firstMonth}
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
        <Textfield
          data-size="sm"
          className="plan-number"
          inputMode="numeric"
          label={words.months}
          value={count}
          onChange={(event) => setCount(event.currentTarget.value)}
        />
        <div className="plan-remove">
          <Button
            variant="secondary"
            data-size="sm"
            disabled={!may}
            onClick={() => set('recruitment.planned', shareEvenly(total ?? 0, grid))}
          >
            {words.share}
          </Button>
        </div>
      </div>
      <div className="stack" id={fieldId('recruitment.planned')} tabIndex={-1}>
        <FaultAt at="recruitment.planned" />
        {sites.length === 0 ? <Paragraph data-size="sm">{words.chooseSites}</Paragraph> : <PlannedTable grid={grid} />}
        {outside.length > 0 ? (
          <Alert data-color="warning">
            <Paragraph>
              {words.outside(
                formatNumber(outside.reduce((all, { women }) => all + women, 0)),
                monthWords(tools, from),
                monthWords(tools, until),
              )}
            </Paragraph>
            <div className="filters">
              <Button variant="secondary" data-size="sm" onClick={showAll}>
                {words.showOutside}
              </Button>
              <Button variant="tertiary" data-size="sm" onClick={removeOutside}>
                {words.removeOutside}
              </Button>
            </div>
          </Alert>
        ) : null}
        <Paragraph data-size="sm">
          {total === null
            ? words.plannedSumAll(formatNumber(sum))
            : words.plannedSum(formatNumber(sum), formatNumber(total))}
        </Paragraph>
      </div>
    </Section>
  );
}

/** How many months from the first to the last, both counted. */
function monthsUntil(first: string, last: string | undefined): number {
  if (!last) return 0;
  const at = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return at(last) - at(first) + 1;
}
