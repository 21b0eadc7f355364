import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { z } from 'zod';
import type { rebooked } from '#contracts/invitation';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Phone } from '../components/phone.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useText } from '../text.tsx';

export type Rebooked = z.output<typeof rebooked>;
type Woman = Rebooked['women'][number];

/** Days within which a lost time means that she should be rung; the server marks who (configuration). */
const RING_DAYS = 10;

/** What would happen, before it does: how many, who, to which time, why some must wait and who should be rung. */
export function RebookingResult(props: {
  readonly result: Rebooked;
  readonly units: ReadonlyMap<string, string>;
  readonly busy: boolean;
  readonly onCarryOut: () => void;
}) {
  const { text, formatNumber } = useText();
  const words = text.office.rebooking;
  const { affected, rebooked, waiting, women } = props.result;
  const ring = women.filter((woman) => woman.ring).length;
  return (
    <Alert data-color="info" role="status">
      <Heading level={3} data-size="2xs">
        {words.dryTitle}
      </Heading>
      {affected === 0 ? (
        <Paragraph>{words.nobody}</Paragraph>
      ) : (
        <>
          <Stats label={words.dryTitle}>
            <Stat label={words.affected} value={formatNumber(affected)} />
            <Stat label={words.rebooked} value={formatNumber(rebooked)} />
            <Stat label={words.waiting} value={formatNumber(waiting)} />
            <Stat
              label={words.ring}
              value={formatNumber(ring)}
              {...(ring > 0 ? { note: words.ringNote(text.common.days(RING_DAYS)) } : {})}
            />
          </Stats>
          <Paragraph>{words.letter}</Paragraph>
          <WomenRebooked women={women} units={props.units} />
        </>
      )}
      <Button data-size="sm" disabled={props.busy} onClick={props.onCarryOut}>
        {affected === 0 ? words.carryOutNone : words.carryOut(formatNumber(affected))}
      </Button>
    </Alert>
  );
}

function WomenRebooked({
  women,
  units,
}: {
  readonly women: readonly Woman[];
  readonly units: ReadonlyMap<string, string>;
}) {
  const { text, formatDate, formatTime } = useText();
  const words = text.office.rebooking;
  const timeOf = (time: NonNullable<Woman['given']>) =>
    `${formatDate(time.day, 'short')} ${formatTime(time.at)}, ${units.get(time.unitId) ?? time.unitId}`;
  const givenOf = (woman: Woman) =>
    woman.given ? timeOf(woman.given) : `${words.waits}: ${text.invitation.unplaced[woman.because ?? 'no-room']}`;
  const columns: readonly Column<Woman>[] = [
    {
      key: 'name',
      header: text.common.name,
      rowHeader: true,
      cell: (woman) => <PageLink to={`/appointments/${woman.personId}`}>{woman.name}</PageLink>,
      value: (woman) => woman.name,
    },
    {
      key: 'was',
      header: words.was,
      cell: (woman) => timeOf(woman.was),
      value: (woman) => `${woman.was.day} ${woman.was.at}`,
    },
    { key: 'given', header: words.given, cell: givenOf, value: givenOf },
    {
      key: 'ring',
      header: words.ring,
      cell: (woman) => (woman.ring ? woman.phone ? <Phone number={woman.phone} /> : text.people.noPhone : ''),
      value: (woman) => (woman.ring ? (woman.phone ?? text.people.noPhone) : ''),
    },
  ];
  return (
    <DataTable
      name="women"
      caption={words.list}
      columns={columns}
      rows={women}
      rowKey={(woman) => woman.personId}
      rowTone={(woman) => (woman.given ? undefined : 'warning')}
      print
    />
  );
}
