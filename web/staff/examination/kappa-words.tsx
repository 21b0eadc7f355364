import type { z } from 'zod';
import type { ownImages } from '#contracts/image-quality';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Agreement = z.output<(typeof ownImages)['output']>['own']['agreement'];

/** Agreement in words: kappa with its interval and the number of images, or why there is none. */
export function KappaWords({ agreement }: { readonly agreement: Agreement }) {
  const { text, formatNumber, formatPercent } = useText();
  const words = text.examination.audit;
  const { kappa, pairs, same } = agreement;
  if (pairs === 0) return <>{words.noPairs}</>;
  const agreed = same ? words.same(formatPercent(same.value, 0), formatNumber(pairs)) : '';
  const few = same?.enough ? null : (
    <>
      {' '}
      <StatusTag tone="warning">{text.examination.own.few}</StatusTag>
    </>
  );
  if (!kappa)
    return (
      <>
        {agreed}
        {few}
      </>
    );
  const two = (value: number) => formatNumber(value, 2);
  return (
    <>
      {words.kappa(two(kappa.kappa), two(kappa.lower), two(kappa.upper))}; {agreed}
      {few}
    </>
  );
}
