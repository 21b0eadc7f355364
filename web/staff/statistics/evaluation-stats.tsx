import { Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import type { evaluateScore } from '#contracts/statistics';
import { Stat, Stats } from '../components/stat.tsx';
import { type TextTools, useText } from '../text.tsx';
import { evaluationText } from './evaluation-text.ts';

export type EvaluationView = OutputOf<typeof evaluateScore>;
export type ShareView = EvaluationView['thresholds'][number]['selected'];

/** "85,0 % (81,7–87,8)". */
export function shareWords({ formatPercent, formatNumber }: TextTools, share: ShareView | null): string {
  if (!share) return '–';
  const limit = (value: number) => formatNumber(100 * value, 1);
  // Word joiners: an interval is not broken over two lines.
  return `${formatPercent(share.value)} (${limit(share.lower)}\u2060–\u2060${limit(share.upper)})`;
}

/** The main figures, and what is left out of them. */
export function EvaluationStats({
  data,
  against,
}: {
  readonly data: EvaluationView;
  readonly against: string | undefined;
}) {
  const tools = useText();
  const { formatNumber, formatPercent } = tools;
  const words = evaluationText(tools);
  const limits = ({ lower, upper }: { lower: number; upper: number }, decimals = 3) =>
    words.interval(formatNumber(lower, decimals), formatNumber(upper, decimals));
  const { auc, bootstrap, second, localisation, marks } = data;
  const asPercent = (share: NonNullable<ShareView>) =>
    limits({ lower: 100 * share.lower, upper: 100 * share.upper }, 1);
  // The kinds come in the order in which an outcome takes them in: those counted are the first, up to their number.
  const upTo = (end: number) => data.kinds.slice(0, end).reduce((sum, { cases }) => sum + cases, 0);
  const counted = data.kinds.filter((_, i) => upTo(i + 1) <= auc.positives);
  const others = data.kinds.slice(counted.length);
  const kindWords = (kinds: typeof data.kinds) =>
    kinds
      .map(({ name, cases }) => `${words.kinds[name as keyof typeof words.kinds]}: ${formatNumber(cases)}`)
      .join(', ');
  return (
    <>
      <Stats label={words.key}>
        <Stat label={words.auc} value={formatNumber(auc.auc, 3)} note={limits(auc)} />
        {bootstrap ? (
          <Stat
            label={words.bootstrap}
            value={formatNumber(bootstrap.first.value, 3)}
            note={limits(bootstrap.first.bca)}
          />
        ) : null}
        {second ? (
          <>
            <Stat
              label={`${words.auc}, ${against ?? ''}`}
              value={formatNumber(second.auc.auc, 3)}
              note={limits(second.auc)}
            />
            <Stat
              label={words.difference}
              value={formatNumber(second.difference.value, 3)}
              note={`${limits(second.difference)}. ${words.differenceNote(formatNumber(second.z, 2), formatNumber(second.p, 4))}`}
            />
          </>
        ) : null}
        <Stat label={words.partial} value={formatNumber(data.partial.standardised, 3)} note={words.partialNote} />
        <Stat
          label={words.precisionMean}
          value={formatNumber(data.averagePrecision.value, 3)}
          note={words.byChance(formatNumber(data.averagePrecision.chance, 4))}
        />
        {localisation ? (
          <Stat label={words.located} value={formatPercent(localisation.value)} note={asPercent(localisation)} />
        ) : null}
        {marks?.breast ? (
          <Stat label={words.marked} value={formatPercent(marks.breast.value)} note={asPercent(marks.breast)} />
        ) : null}
        {marks?.wrongBreast ? (
          <Stat
            label={words.markedWrong}
            value={formatPercent(marks.wrongBreast.value)}
            note={asPercent(marks.wrongBreast)}
          />
        ) : null}
        <Stat
          label={words.cases}
          value={formatNumber(data.cases)}
          note={words.women(formatNumber(data.women ?? data.cases))}
        />
        <Stat
          label={words.cancers}
          value={formatNumber(auc.positives)}
          note={[kindWords(counted), counted.length < data.kinds.length && words.notCounted(kindWords(others))]
            .filter(Boolean)
            .join('; ')}
        />
      </Stats>
      <Paragraph data-size="sm">
        {words.leftOut(
          formatNumber(data.leftOut.notFollowed),
          formatNumber(data.leftOut.notRead),
          formatNumber(data.leftOut.failed),
        )}
      </Paragraph>
    </>
  );
}
