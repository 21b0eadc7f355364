import { Alert, Input, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { paste, type PlannedGrid, withWomen, womenAt } from '#core/studies/planned-table';
import { useAnnounce } from '../../components/announce.tsx';
import { useTooWide } from '../../components/use-too-wide.ts';
import { useText } from '../../text.tsx';
import { monthWords } from '../monitoring/month-words.ts';
import { numberIn } from './fields.tsx';
import { usePlanForm } from './form.tsx';
import { usePlanText } from './plan-text.ts';

/** Months down, sites across, with sums; a piece of a spreadsheet is pasted from a cell on. */
export function PlannedTable({ grid }: { readonly grid: PlannedGrid }) {
  const tools = useText();
  const { formatNumber } = tools;
  const words = usePlanText();
  const { draft, shown, set } = usePlanForm();
  const announce = useAnnounce();
  const [place, wide] = useTooWide();
  const [wrong, setWrong] = useState<string>();
  const { sites, months } = grid;
  const planned = draft.recruitment.planned.filter(
    ({ centreId, month }) => sites.includes(centreId) && months.includes(month),
  );
  const nameOf = (site: string) => shown.centres.find(({ id }) => id === site)?.name ?? site;
  const sumOf = (rows: typeof planned) => formatNumber(rows.reduce((sum, { women }) => sum + women, 0));
  const put = (text: string, at: { readonly row: number; readonly column: number }) => {
    const pasted = paste(draft.recruitment.planned, text, grid, at);
    setWrong('wrong' in pasted ? words.pasteRefused[pasted.wrong](pasted.about) : undefined);
    if ('wrong' in pasted) return;
    set('recruitment.planned', pasted.planned);
    announce(words.pasted(pasted.count));
  };
  return (
    <>
      <Paragraph data-size="sm">{words.plannedHelp}</Paragraph>
      {wrong ? (
        <Alert data-color="danger" role="alert">
          {wrong}
        </Alert>
      ) : null}
      <div className="data-table">
        <section
          ref={place}
          className="table-scroll"
          aria-label={words.planned}
          // A table that scrolls sideways must be reachable by keyboard.
          {...(wide ? { 'data-wide': true, tabIndex: 0 } : {})}
        >
          <Table data-size="sm" className="plan-table">
            <caption>{words.planned}</caption>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell>{words.month}</Table.HeaderCell>
                {sites.map((site) => (
                  <Table.HeaderCell key={site} className="number">
                    {nameOf(site)}
                  </Table.HeaderCell>
                ))}
                <Table.HeaderCell className="number">{words.sum}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {months.map((month, row) => (
                <Table.Row key={month}>
                  <Table.HeaderCell scope="row">{monthWords(tools, month)}</Table.HeaderCell>
                  {sites.map((site, column) => (
                    <Table.Cell key={site} className="number">
                      <Input
                        data-size="sm"
                        inputMode="numeric"
                        aria-label={words.women(nameOf(site), monthWords(tools, month))}
                        value={String(womenAt(planned, site, month) || '')}
                        onChange={(event) => {
                          const typed = event.currentTarget.value;
                          const women = typed.trim() === '' ? 0 : numberIn(typed);
                          if (women !== null && Number.isInteger(women) && women >= 0 && women < 1e7)
                            set('recruitment.planned', withWomen(draft.recruitment.planned, site, month, women));
                        }}
                        onPaste={(event) => {
                          const text = event.clipboardData.getData('text');
                          // One number goes in as it is typed.
                          if (!/[\t\n]/.test(text.trim())) return;
                          event.preventDefault();
                          put(text, { row, column });
                        }}
                      />
                    </Table.Cell>
                  ))}
                  <Table.Cell className="number">{sumOf(planned.filter((one) => one.month === month))}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
            <Table.Foot>
              <Table.Row>
                <Table.HeaderCell scope="row">{words.sum}</Table.HeaderCell>
                {sites.map((site) => (
                  <Table.Cell key={site} className="number">
                    {sumOf(planned.filter((one) => one.centreId === site))}
                  </Table.Cell>
                ))}
                <Table.Cell className="number">{sumOf(planned)}</Table.Cell>
              </Table.Row>
            </Table.Foot>
          </Table>
        </section>
      </div>
    </>
  );
}
