import type { Assumption } from '#core/replay/assumptions';
import { replayAssumptions } from '#web/text/en/replay-assumptions';

/** What a replay assumes, in English: for the command line and files. Pages have it in their own language. */
export function assumptionWords({
  what,
  count = 0,
  share = 0,
  steps = [],
}: Pick<Assumption, 'what'> & {
  count?: number | undefined;
  share?: number | undefined;
  steps?: readonly string[] | undefined;
}): string {
  const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return replayAssumptions[what]({ count: number(count), share: `${number(100 * share)} %`, steps: steps.join(', ') });
}
