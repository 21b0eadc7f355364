import type { Backlog } from '#contracts/overview';
import { Stat } from '../components/stat.tsx';
import { menuFor } from '../pages.ts';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { workedOffAt } from './worked-off-at.ts';

/** One backlog: how many, how old the oldest is, and in words whether any has waited too long. */
export function BacklogStat({ backlog }: { readonly backlog: Backlog }) {
  const { text, formatNumber } = useText();
  const { role } = useActor();
  const { count, late, days, limit, kind } = backlog;
  const page = menuFor(role).find((one) => one.path === workedOffAt[kind]);
  const note =
    count === 0 || days === null
      ? text.programme.nothingWaits
      : late > 0 && limit > 0
        ? text.programme.late(formatNumber(late), text.common.days(limit))
        : text.programme.oldest(text.common.days(days));
  return (
    <Stat
      label={text.programme.backlogNames[kind]}
      value={formatNumber(count)}
      note={note}
      tone={late > 0 ? 'warning' : 'neutral'}
      {...(page ? { to: page.path } : {})}
    />
  );
}
