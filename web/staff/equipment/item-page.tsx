import { Alert, Heading } from '@digdir/designsystemet-react';
import { equipmentDetail, type EquipmentDetail } from '#contracts/equipment';
import { usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { DueTests } from './due-tests.tsx';
import './equipment.css';
import { EventLog } from './event-log.tsx';
import { FollowUps } from './follow-ups.tsx';
import { History } from './history.tsx';
import { NewTest } from './new-test.tsx';
import { Trends } from './trends.tsx';

/** One machine, display or room: what is due, what to do about what failed, its tests over time, what has happened. */
export default function ItemPage() {
  const equipmentId = usePathParam('equipmentId');
  const detail = useLoad(equipmentDetail, { equipmentId }, { keep: true });
  return <Loaded query={detail}>{(data) => <Item key={data.item.equipmentId} data={data} />}</Loaded>;
}

function Item({ data }: { readonly data: EquipmentDetail }) {
  const { text, formatDate } = useText();
  const words = text.equipment;
  const { item } = data;
  const role = useActor().role;
  const mine = data.definitions.filter((test) => (test.by as readonly string[]).includes(role));
  const open = data.followUps.some((one) => one.closedOn === null);
  const made = [item.maker, item.model, item.serial].filter(Boolean).join(' ');
  const lead = [
    words.kinds[item.kind],
    item.centreName,
    item.place,
    made,
    `${words.inUseFrom} ${formatDate(item.inUseFrom)}`,
  ];
  return (
    <>
      <PageHeading title={item.name} lead={lead.filter(Boolean).join(' · ')} />
      {item.state === 'in-use' ? null : (
        <Alert data-color={item.state === 'out-of-use' ? 'danger' : 'info'}>{words.states[item.state]}</Alert>
      )}
      {data.due.length > 0 ? (
        <section>
          <Heading level={2} data-size="2xs">
            {words.due}
          </Heading>
          <DueTests due={data.due} open={open} />
        </section>
      ) : null}
      {open ? <FollowUps data={data} /> : null}
      {mine.length > 0 && item.state !== 'retired' ? <NewTest data={data} definitions={mine} /> : null}
      {open ? null : <FollowUps data={data} />}
      <Trends data={data} />
      <History data={data} />
      <EventLog data={data} />
    </>
  );
}
