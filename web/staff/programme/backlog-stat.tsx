import type { Backlog } from '#contracts/overview';
import { Stat } from '../components/stat.tsx';
import { menuFor } from '../pages.ts';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { workedOffAt } from './worked-off-at.ts';

/** The page where a backlog is worked off, when it is in the menu of the one who looks. */
export function usePlaces(): (kind: Backlog['kind']) => string | undefined {
  const menu = menuFor(useActor().role);
  return (kind) => menu.find((one) => one.path === workedOffAt[kind])?.path;
}

/** A backlog that has something in it: how many, how old the oldest is, and in words whether any has waited too long. */
export function BacklogStat({ backlog }: { readonly backlog: Backlog }) {
  const { text, formatNumber } = useText();
  const { count, late, days, limit, kind } = backlog;
  const place = usePlaces()(kind);
  const note =
    late > 0 && limit > 0
      ? text.programme.late(formatNumber(late), text.common.days(limit))
      : days
        ? text.programme.oldest(text.common.days(days))
        : text.programme.allNew;
  return (
    <Stat
      label={text.programme.backlogNames[kind]}
      value={formatNumber(count)}
      note={note}
      tone={late > 0 ? 'warning' : 'neutral'}
      {...(place ? { to: place } : {})}
    />
  );
}
