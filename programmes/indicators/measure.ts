/** What measures are built from: an indicator without its place in a set and the level it is held to. */
import type { Condition } from '#core/quality/condition';
import type { Indicator, Level, Measure, Targets, Words } from '#core/quality/indicator';

export type MeasureEntry = Omit<Indicator, 'id' | 'number' | 'targets' | 'source'> & { readonly source?: string };

/** The same words in bokmål, nynorsk and English. */
export function words(nb: string, nn: string, en: string): Words {
  return { nb, nn, en };
}

export const places: readonly Level[] = ['nation', 'region', 'centre', 'unit'];
/** Where the programme's areas are what counts, not the unit that a woman happened to go to. */
export const areas: readonly Level[] = ['nation', 'region', 'centre'];

const screened = ['is', 'screened'] as const;
const closed = ['is', 'closed'] as const;

/** Rows that are counted among. Of those screened, an open episode has not got its answer yet and is left out. */
export const among = {
  /**
   * By how long ago she was invited, not by whether the round is closed: those who come close it weeks before those who
   * do not, so that among the closed of the last months nearly all have come.
   */
  invited: ['all', ['is', 'invited_6_months'], ['not', ['eq', 'outcome', 'withdrawn']]],
  screened: ['all', screened, closed],
  read: ['all', screened, ['is', 'read'], closed],
  recalled: ['all', screened, closed, ['is', 'recalled']],
  cancers: ['all', screened, closed, ['is', 'screen_detected']],
  invasive: ['all', screened, closed, ['is', 'screen_detected'], ['is', 'invasive']],
  sized: ['all', screened, closed, ['is', 'screen_detected'], ['is', 'invasive'], ['known', 'size_mm']],
  staged: [
    'all',
    screened,
    closed,
    ['is', 'screen_detected'],
    ['is', 'invasive'],
    ['any', ['eq', 'nodes', 'negative'], ['eq', 'nodes', 'positive']],
  ],
  /** Negative screens that have been followed long enough for an interval cancer to show. */
  followed: ['all', screened, closed, ['is', 'followed_24_months'], ['not', ['is', 'screen_detected']]],
  operated: [
    'all',
    screened,
    ['is', 'screen_detected'],
    ['any', ['eq', 'surgery', 'conserving'], ['eq', 'surgery', 'mastectomy']],
  ],
} as const satisfies Readonly<Record<string, Condition>>;

export function and(...conditions: readonly Condition[]): Condition {
  return ['all', ...conditions];
}

type Counted = { readonly year?: string; readonly fact?: 'screening' | 'person-year' | 'reading' | 'image' };

export function percent(numerator: Condition, denominator: Condition, counted: Counted = {}): Measure {
  const { fact = 'screening', year = 'screened_year' } = counted;
  return { kind: 'share', fact, year, numerator, denominator, per: 100, interval: 'wilson' };
}

/** Per 1000, with exact limits: for what is rare. */
export function perThousand(numerator: Condition, denominator: Condition, counted: Counted = {}): Measure {
  const { fact = 'screening', year = 'screened_year' } = counted;
  return { kind: 'share', fact, year, numerator, denominator, per: 1000, interval: 'exact' };
}

export function notMeasured(nb: string, nn: string, en: string): Measure {
  return { kind: 'not-measured', needs: words(nb, nn, en) };
}

/** The same measure among first or among later examinations only. */
export function onlyKind(entry: MeasureEntry, prevalent: boolean): MeasureEntry {
  const { measure, name, definition } = entry;
  if (measure.kind === 'not-measured') return entry;
  const kind: Condition = prevalent ? ['is', 'prevalent'] : ['not', ['is', 'prevalent']];
  const suffix = prevalent ? [', første', ', første', ', initial'] : [', senere', ', seinare', ', subsequent'];
  const sentence = prevalent
    ? [
        ' Bare kvinners første undersøkelse i programmet.',
        ' Berre den første undersøkinga til kvar kvinne i programmet.',
        ' Women’s first examination in the programme only.',
      ]
    : [
        ' Bare senere undersøkelser, ikke den første.',
        ' Berre seinare undersøkingar, ikkje den første.',
        ' Later examinations only, not the first.',
      ];
  return {
    ...entry,
    name: words(name.nb + suffix[0], name.nn + suffix[1], name.en + suffix[2]),
    definition: words(definition.nb + sentence[0], definition.nn + sentence[1], definition.en + sentence[2]),
    measure: { ...measure, denominator: and(measure.denominator, kind) },
  };
}

/** A measure in its place in a set. */
export function item(
  number: string,
  id: string,
  entry: MeasureEntry,
  more: { readonly targets?: Targets; readonly source?: string; readonly name?: Words } = {},
): Indicator {
  const { source = entry.source ?? 'configuration', ...rest } = more;
  return { ...entry, id, number, ...rest, source };
}

export const atLeast = (value: number) => ({ is: 'ge', value }) as const;
export const above = (value: number) => ({ is: 'gt', value }) as const;
export const atMost = (value: number) => ({ is: 'le', value }) as const;
export const below = (value: number) => ({ is: 'lt', value }) as const;
