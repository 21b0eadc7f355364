import { levelsIn } from '#core/studies/stratum';
import { stratum as en } from '#web/text/en/stratum';
import { stratum as nb } from '#web/text/nb/stratum';
import { stratum as nn } from '#web/text/nn/stratum';
import type { TextTools } from '../text.tsx';

const catalogues = { nb, nn, en };

/** A stratum in words: 'Stavanger, later round, age group from 50'. What has no words stands as it is. */
export function stratumWords(
  { text, written }: Pick<TextTools, 'text' | 'written'>,
  stratum: string,
  centres: Readonly<Record<string, string>>,
): string {
  const words = catalogues[written];
  const { series, levels } = levelsIn(stratum);
  const said = levels.map(({ factor, level }) => {
    if (factor === 'centre' || factor === 'site') return centres[level] ?? level;
    if (factor === 'age' && /^\d+$/.test(level)) return words.ageFrom(level);
    if (factor === 'age' && level.startsWith('under-')) return words.ageUnder(level.slice('under-'.length));
    const name = words.levels[level] ?? level;
    return level === 'unknown' ? `${text.studies.factorNames[factor] ?? factor} ${name}` : name;
  });
  const all = said.join(', ') || words.allInOne;
  return series === '1' ? all : words.seriesOf(series, all);
}
