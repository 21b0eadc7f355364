import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { planInvitations, type InvitationPlan } from '#contracts/invitation';
import { useAddress } from '../address.ts';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loading } from '../components/loading.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { PlanByArea } from './plan-by-area.tsx';
import { roundsSearch } from './search.ts';

/** A dry run with counts and reasons; only what one has seen can be carried out. */
export function PlanPanel({
  areas,
}: {
  readonly areas: readonly { readonly centreId: string; readonly name: string }[];
}) {
  const { text, formatNumber } = useText();
  const words = text.invitation;
  const [{ centre }] = useAddress(roundsSearch);
  // A dry run is about the area it was made for: another choice puts it away.
  const [made, setMade] = useState<{ readonly plan: InvitationPlan; readonly centre: string | undefined }>();
  const plan = made?.centre === centre ? made?.plan : undefined;
  const send = useSend(planInvitations);
  const toast = useToast();
  const run = (dryRun: boolean) =>
    send.mutate(
      { dryRun, ...(centre ? { centreId: centre } : {}) },
      {
        onSuccess: (result) => {
          setMade(dryRun ? { plan: result, centre } : undefined);
          if (!dryRun) toast({ text: words.carriedOut(formatNumber(result.counts.placed)) });
        },
      },
    );
  return (
    <section className="no-print">
      <Heading level={2} data-size="xs">
        {words.planTitle}
      </Heading>
      <Paragraph>{words.planLead}</Paragraph>
      <div className="filters">
        <Paragraph>{areas.find((area) => area.centreId === centre)?.name ?? words.allAreas}</Paragraph>
        <Button
          data-size="sm"
          variant={plan ? 'secondary' : 'primary'}
          disabled={send.isPending}
          onClick={() => run(true)}
        >
          {words.dryRun}
        </Button>
      </div>
      <ErrorBox error={send.error} />
      {send.isPending ? <Loading label={words.planning} /> : null}
      {plan && !send.isPending ? <PlanResult plan={plan} areas={areas} onCarryOut={() => run(false)} /> : null}
    </section>
  );
}

function PlanResult(props: {
  readonly plan: InvitationPlan;
  readonly areas: readonly { readonly centreId: string; readonly name: string }[];
  readonly onCarryOut: () => void;
}) {
  const { text, formatNumber } = useText();
  const words = text.invitation;
  const { counts } = props.plan;
  const left = counts.due - counts.placed;
  return (
    <Alert data-color="info">
      <Heading level={3} data-size="2xs">
        {words.dryResult}
      </Heading>
      <Stats label={words.result}>
        <Stat label={words.women} value={formatNumber(counts.due)} />
        <Stat label={words.placed} value={formatNumber(counts.placed)} />
        <Stat label={words.notPlaced} value={formatNumber(left)} {...(left === 0 ? { note: words.nobodyLeft } : {})} />
        <Stat label={words.late} value={formatNumber(counts.late)} />
        {counts.km ? (
          <Stat
            label={words.distance}
            value={`${formatNumber(counts.km.median, 1)} km`}
            note={words.longest(formatNumber(counts.km.longest))}
          />
        ) : null}
      </Stats>
      <Stats label={words.because}>
        {(['first', 'after-screening', 'after-invitation'] as const).map((reason) => (
          <Stat key={reason} label={words.becauses[reason]} value={formatNumber(counts.because[reason])} />
        ))}
      </Stats>
      <PlanByArea plan={props.plan} areas={props.areas} />
      <Button data-size="sm" disabled={counts.placed === 0} onClick={props.onCarryOut}>
        {words.carryOut(formatNumber(counts.placed))}
      </Button>
    </Alert>
  );
}
