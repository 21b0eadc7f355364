import type { OutputOf } from '#contracts/endpoint';
import type { showIndicator as contract } from '#contracts/quality';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Indicator } from '#core/quality/indicator';
import { trendTest } from '#core/statistics/trend';
import { factFields } from '#core/quality/facts';
import { caseRoles } from '#programmes/breast-no/quality';
import type { Database } from '#server/db/database';
import { type CountedFigure, type Cubes, figuresOf, type Only } from './count-cube.ts';
import { groupBy } from './group-by.ts';
import { describeIndicator, judged, summariseSet } from './describe-indicator.ts';
import { isMeantFor, levelOf, loadPlaces, onlyPlace, onlyWomen, type Scope, yearsOf } from './figure-scope.ts';
import { funnelOf } from './funnel-of.ts';
import { openSet } from './open-figures.ts';
import { namePeople, peopleOf } from './people-figures.ts';
import { byYear, yearsIn } from './show-set.ts';
import { remembered } from './remembered.ts';
import { standardisePlaces } from './standardise-places.ts';

type Output = OutputOf<typeof contract>;
type Question = Scope & { readonly set: string; readonly indicator: string; readonly by: 'region' | 'centre' | 'unit' };

/** One indicator from every side: years, places in a funnel, first and later examinations, ages, and oneself. */
export async function showIndicator(
  db: Database,
  actor: Actor,
  asked: Question,
): Promise<Result<Output, 'set-not-found' | 'indicator-not-found'>> {
  const [opened, places] = await Promise.all([openSet(db, asked.set), loadPlaces(db)]);
  if (!opened) return refuse('set-not-found', `There is no indicator set "${asked.set}"`);
  const { set, snapshot, cubes } = opened;
  const indicator = set.indicators.find(({ id }) => id === asked.indicator);
  if (!indicator) return refuse('indicator-not-found', `The set ${set.id} has no indicator "${asked.indicator}"`);
  const empty: Output = {
    set: summariseSet(set),
    snapshot,
    indicator: describeIndicator(indicator),
    places,
    years: [],
    periodYears: [],
    whole: null,
    own: null,
    nationByYear: [],
    ownByYear: [],
    trend: 'steady',
    byPlace: [],
    funnel: null,
    byCentreYear: [],
    byKind: [],
    byAge: [],
    people: [],
    peopleFunnel: null,
    mayOpenCases: false,
  };
  if (!snapshot || !cubes || indicator.measure.kind === 'not-measured') return ok(empty);
  const key = ['indicator', snapshot.id, set.version, set.loadedOn, asked, actor.userId, actor.role, actor.centres];
  const counted = remembered(key, () => countIndicator(indicator, cubes, snapshot.dataCut, asked, actor, places));
  return ok({ ...empty, ...counted, people: await namePeople(db, counted.people) });
}

function countIndicator(
  indicator: Indicator,
  cubes: Cubes,
  dataCut: Day,
  asked: Question,
  actor: Actor,
  places: Places,
): Omit<Output, 'set' | 'snapshot' | 'indicator' | 'places'> {
  const years = yearsIn(cubes);
  const known = { dataCut: dataCut, first: years[0] ?? 0 };
  const period = yearsOf(indicator, asked.period, known);
  const whole = yearsOf(indicator, 'all', known);
  const parts = { cubes, indicator, women: onlyWomen(asked), period: { year: period }, place: onlyPlace(asked) };
  const count = (by: Parameters<typeof figuresOf>[2], only: Only) => figuresOf(cubes, [indicator], by, only);
  const [nation] = count([], { ...parts.women, ...parts.period });
  const meant = isMeantFor(indicator, levelOf(asked));
  const [own] = meant ? count([], { ...parts.place, ...parts.women, ...parts.period }) : [];
  const nationByYear = byYear(count(['year'], parts.women), whole);
  const ownByYear = meant ? byYear(count(['year'], { ...parts.place, ...parts.women }), whole) : [];
  const yearly = (list: readonly CountedFigure[]) =>
    list.map((f) => ({ year: Number(f.group.year), figure: judged(indicator, f) }));
  return {
    years: [...years],
    periodYears: [...period],
    whole: nation ? judged(indicator, nation) : null,
    own: own && levelOf(asked) !== 'nation' ? judged(indicator, own) : null,
    nationByYear: yearly(nationByYear),
    ownByYear: levelOf(asked) === 'nation' ? [] : yearly(ownByYear),
    trend: trendOf(indicator, levelOf(asked) === 'nation' ? nationByYear : ownByYear),
    ...placesOf(parts, asked, actor, places, nation),
    byCentreYear: isMeantFor(indicator, 'centre') ? byCentreYear(parts, places, whole, yearly) : [],
    ...splits(parts),
    ...peopleOf(cubes, indicator, { ...parts.women, ...parts.period }, actor, nation),
    mayOpenCases: caseRoles.includes(actor.role) && isListed(indicator),
  };
}

/** Whether there are rounds of women behind it to be listed. */
function isListed({ measure }: Indicator): boolean {
  return measure.kind !== 'not-measured' && Object.hasOwn(factFields[measure.fact], 'episode_id');
}

type Parts = {
  readonly cubes: Cubes;
  readonly indicator: Indicator;
  readonly women: Only;
  readonly period: Only;
  readonly place: Only;
};
type Places = Awaited<ReturnType<typeof loadPlaces>>;

function trendOf({ measure }: Indicator, years: readonly CountedFigure[]): Output['trend'] {
  if (measure.kind !== 'share') return 'steady';
  return trendTest(
    years.map(({ group, numerator, denominator }) => ({
      year: Number(group.year),
      events: numerator,
      total: denominator,
    })),
  ).direction;
}

function placesOf(
  { cubes, indicator, women, period }: Parts,
  { by }: Question,
  actor: Actor,
  places: Places,
  nation: CountedFigure | undefined,
): Pick<Output, 'byPlace' | 'funnel'> {
  if (!isMeantFor(indicator, by, [by])) return { byPlace: [], funnel: null };
  const only = { ...women, ...period };
  const figures = new Map(figuresOf(cubes, [indicator], [by], only).map((f) => [String(f.group[by]), f]));
  const standardised = standardisePlaces(cubes, indicator, by, only);
  const listed = by === 'region' ? places.regions : by === 'centre' ? places.centres : places.units;
  const found = listed.flatMap((place) => {
    const figure = figures.get(place.id);
    return figure ? [{ place, figure }] : [];
  });
  const funnel = funnelOf(
    indicator.measure,
    nation,
    found.map(({ figure }) => figure),
  );
  const byPlace = found.map(({ place, figure }) => ({
    id: place.id,
    name: place.name,
    figure: judged(indicator, figure),
    standing: funnel?.standingOf(figure) ?? null,
    standardised: standardised.get(place.id) ?? null,
    own: actor.centres !== 'all' && actor.centres.includes('centre' in place ? String(place.centre) : place.id),
  }));
  return { byPlace, funnel: funnel?.view ?? null };
}

function byCentreYear(
  { cubes, indicator, women }: Parts,
  places: Places,
  whole: readonly number[],
  yearly: (list: readonly CountedFigure[]) => Output['nationByYear'],
): Output['byCentreYear'] {
  const figures = groupBy(figuresOf(cubes, [indicator], ['centre', 'year'], women), (f) => String(f.group.centre));
  return places.centres.map(({ id, name }) => ({ id, name, years: yearly(byYear(figures.get(id) ?? [], whole)) }));
}

/** First against later examinations, and the ages, here and in the whole country. */
function splits({ cubes, indicator, women, period, place }: Parts): Pick<Output, 'byKind' | 'byAge'> {
  const split = (by: 'prevalent' | 'age', others: Only) => {
    const nation = figuresOf(cubes, [indicator], [by], { ...others, ...period });
    const here = new Map(
      figuresOf(cubes, [indicator], [by], { ...others, ...period, ...place }).map((f) => [f.group[by], f]),
    );
    return nation
      .filter(({ denominator }) => denominator > 0)
      .map((f) => ({
        key: f.group[by],
        nation: judged(indicator, f),
        figure: judged(indicator, here.get(f.group[by]) ?? nothing(f)),
      }));
  };
  const { prevalent: _, ...ages } = women;
  const { age: __, ...kinds } = women;
  return {
    byKind: split('prevalent', ages)
      .map(({ key, ...rest }) => ({ prevalent: key === true, ...rest }))
      .toSorted((a, b) => Number(b.prevalent) - Number(a.prevalent)),
    byAge: split('age', kinds).map(({ key, ...rest }) => ({ age: String(key), ...rest })),
  };
}

function nothing(figure: CountedFigure): CountedFigure {
  return { ...figure, numerator: 0, denominator: 0, value: null, limits: null };
}
