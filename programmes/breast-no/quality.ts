/** Figures: what coverage is counted over, who sees whose, and what the public sees. Without a source: configuration. */
import type { Words } from '#core/quality/indicator';
import type { Role } from '#core/people/access';
import type { TargetAges } from '#core/quality/facts';

/** Women 50-69 (Cancer Registry of Norway, "Hvem inviteres når?"); age by birth year. */
export const coverageAges: TargetAges = { from: 50, to: 69 };

/** Who may go from a figure to the women it counts; below it, row-level security keeps a centre to its own. */
export const caseRoles: readonly Role[] = ['office', 'coordinator', 'radiographer', 'radiologist'];

/** Figures of one reader or radiographer: for herself, and by name for those who follow them up. */
export const individualFigures = {
  named: ['office'] as readonly Role[],
  ownWork: { reader: 'radiologist', radiographer: 'radiographer' } as const satisfies Readonly<Record<string, Role>>,
  /** A colleague with less than this behind her is not shown, even without a name. */
  fewest: 50,
} as const;

/**
 * Figures for everyone. Fewer women than the threshold are hidden, and what would give them away. Statistics Norway hides
 * fewer than 3; 5 is common in Norwegian health statistics.
 */
export const publicFigures = {
  set: 'programme',
  /** In the words of those who are invited. */
  indicators: [
    {
      id: 'participation',
      name: { nb: 'Oppmøte', nn: 'Oppmøte', en: 'Attendance' },
      definition: {
        nb: 'Kvinner som kom til mammografi, av dem som ble invitert det året.',
        nn: 'Kvinner som kom til mammografi, av dei som vart inviterte det året.',
        en: 'Women who came to mammography, of those who were invited that year.',
      },
    },
    {
      id: 'recall',
      name: {
        nb: 'Kalt inn til flere undersøkelser',
        nn: 'Kalla inn til fleire undersøkingar',
        en: 'Called in for more examinations',
      },
      definition: {
        nb: 'Kvinner som ble kalt inn til flere undersøkelser etter mammografien. De fleste av dem har ikke kreft.',
        nn: 'Kvinner som vart kalla inn til fleire undersøkingar etter mammografien. Dei fleste av dei har ikkje kreft.',
        en: 'Women called in for more examinations after the mammography. Most of them do not have cancer.',
      },
    },
    {
      id: 'detection',
      name: {
        nb: 'Brystkreft funnet ved screening',
        nn: 'Brystkreft funnen ved screening',
        en: 'Breast cancer found by screening',
      },
      definition: {
        nb: 'Kvinner som fikk påvist brystkreft eller et forstadium til brystkreft (DCIS) etter mammografien.',
        nn: 'Kvinner som fekk påvist brystkreft eller eit forstadium til brystkreft (DCIS) etter mammografien.',
        en: 'Women found to have breast cancer or an early stage of it (DCIS) after the mammography.',
      },
    },
    {
      id: 'interval-cancer',
      name: {
        nb: 'Brystkreft mellom to undersøkelser',
        nn: 'Brystkreft mellom to undersøkingar',
        en: 'Breast cancer between examinations',
      },
      definition: {
        nb: 'Kvinner som fikk brystkreft innen to år etter en mammografi som ikke viste kreft.',
        nn: 'Kvinner som fekk brystkreft innan to år etter ein mammografi som ikkje viste kreft.',
        en: 'Women who had breast cancer within two years of a mammography that did not show cancer.',
      },
    },
  ] satisfies readonly { readonly id: string; readonly name: Words; readonly definition: Words }[],
  threshold: 5,
  years: 5,
} as const;
