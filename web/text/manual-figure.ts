import type { OutputOf } from '#contracts/endpoint';
import type { showManual } from '#contracts/manual';
import { formatNumber } from './format.ts';
import { formatInterval, formatScale } from './format-scale.ts';
import type { manual } from './nb/manual.ts';

type Figure = OutputOf<typeof showManual>['criteria'][number]['figures'][number];

/** A figure beside a criterion in words, the same on the page and in the report. */
export function figureWords(words: typeof manual, language: 'nb' | 'nn' | 'en', figure: Figure) {
  const { scale, limits } = figure;
  const [numerator, denominator] = [
    formatNumber(language, figure.numerator),
    formatNumber(language, figure.denominator),
  ];
  const isShare = scale === 'percent' || scale === 'per-1000' || scale === 'ratio';
  return {
    name: figure.provisional ? words.provisional(figure.name[language]) : figure.name[language],
    counts: isShare ? words.of(numerator, denominator) : words.observations(denominator),
    value: formatScale(language, scale, figure.value),
    interval: limits ? formatInterval(language, scale, limits) : '–',
    nation: formatScale(language, scale, figure.nation),
  };
}
