import { Button, Paragraph } from '@digdir/designsystemet-react';
import { listUnits } from '#contracts/examination';
import { offlineList } from '#contracts/examination-entries';
import type { Day } from '#core/kernel/day';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useText } from '../text.tsx';
import './examination.css';
import { rememberedUnit } from './remembered-unit.ts';
import { DayNotes } from './day-notes.tsx';
import { standingOf } from './standing.ts';
import { paperSearch } from './unit-day-search.ts';

/** The day's list on A4 with room to write: what is needed to work on when the system is down, and to enter it afterwards. */
export default function PaperListPage() {
  const { text } = useText();
  const [{ unit, day }] = useAddress(paperSearch);
  const units = useLoad(listUnits, {}, { keep: true });
  return (
    <Loaded query={units}>
      {(data) => {
        const unitId = unit || (rememberedUnit(data.units) ?? data.units[0]?.unitId);
        return unitId ? <Sheet unitId={unitId} day={day} /> : <PageHeading title={text.examination.noUnits} />;
      }}
    </Loaded>
  );
}

function Sheet(props: { readonly unitId: string; readonly day: Day | undefined }) {
  const { text, formatDate, formatTime } = useText();
  const words = text.examination;
  const list = useLoad(offlineList, props);
  return (
    <Loaded query={list}>
      {(data) => (
        <>
          <PageHeading
            title={`${data.unitName}, ${formatDate(data.day, 'weekday')}`}
            lead={words.paper.lead(data.women.length)}
          >
            <Button onClick={() => window.print()}>{text.shell.print}</Button>
          </PageHeading>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
          <section className="table-scroll" tabIndex={0} aria-label={words.paperList}>
            <table className="paper-list">
              <caption>{words.paper.how}</caption>
              <thead>
                <tr>
                  <th scope="col" className="at">
                    {words.at}
                  </th>
                  <th scope="col" className="name">
                    {text.common.name}
                  </th>
                  <th scope="col" className="born">
                    {text.common.born}
                  </th>
                  <th scope="col" className="notes">
                    {words.notes}
                  </th>
                  <th scope="col" className="write">
                    {words.paper.arrived}
                  </th>
                  <th scope="col" className="write">
                    {words.paper.done}
                  </th>
                  <th scope="col" className="boxes">
                    {words.paper.images}
                  </th>
                  <th scope="col">{words.paper.exceptions}</th>
                  <th scope="col" className="write">
                    {words.paper.sign}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.women.map((woman) => (
                  <tr key={woman.appointmentId}>
                    <td>{formatTime(woman.at)}</td>
                    <th scope="row">{woman.name}</th>
                    <td>{formatDate(woman.birthDate, 'numeric')}</td>
                    <td>
                      <DayNotes woman={woman} />
                    </td>
                    <td>{woman.status === 'checked-in' ? words.dayStatus[woman.status] : ''}</td>
                    <td />
                    <td className="boxes">
                      {['expected', 'here'].includes(standingOf(woman.status)) ? (
                        <Boxes />
                      ) : (
                        words.dayStatus[woman.status]
                      )}
                    </td>
                    <td />
                    <td />
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Paragraph data-size="sm">{words.paper.afterwards}</Paragraph>
        </>
      )}
    </Loaded>
  );
}

/** The four views to tick, right beside left as the images hang. */
function Boxes() {
  return (
    <>
      ☐ RCC ☐ LCC
      <br />☐ RMLO ☐ LMLO
    </>
  );
}
