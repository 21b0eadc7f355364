/** What every woman's history is simulated in, and the rows that it is written as. */
import { addDays, addYears, type Day, dayNumber } from '#core/kernel/day';
import type { DeliveryFile, DeliveryText } from '#core/registry/delivery';
import { createDiary, type Diary, type StandStill } from './diary.ts';
import type { Country, Municipality, PostalCode, ServicePoint } from './country.ts';
import { type LifeParameters, lifeParameters } from './parameters.ts';
import { type SimulatedReader, simulatedReader } from './reading.ts';
import { radiographerIds, readerIds } from './staff.ts';

export type HistoryRow = {
  readonly [File in DeliveryFile]: { readonly file: File; readonly row: DeliveryText<File> };
}[DeliveryFile];
export type Emit = (row: HistoryRow) => void;

export type Home = { readonly municipality: Municipality; readonly postal: PostalCode };

export type HistoryOptions = {
  readonly seed: number;
  /** One woman in so many. */
  readonly scale: number;
  readonly years: number;
  /** The day up to and including which the files know. */
  readonly dataCut: Day;
  readonly parameters?: LifeParameters;
  readonly standStill?: StandStill;
};

export type World = {
  readonly seed: number;
  readonly parameters: LifeParameters;
  readonly diary: Diary;
  /** Day numbers: the first day of rows, and the last day that the files know of. */
  readonly from: number;
  readonly cut: number;
  readonly stoodStill: { readonly from: number; readonly to: number };
  readonly unitId: (point: ServicePoint) => string;
  readonly readersOf: (centreId: string) => readonly SimulatedReader[];
  readonly radiographersOf: (centreId: string) => readonly string[];
};

/** Screening stopped on 13 March 2020 (Helse Møre og Romsdal; Cancer Registry 2021); for eight weeks: configuration. */
export const pandemicStop: StandStill = { from: '2020-03-13' as Day, to: '2020-05-07' as Day };

/** Appointments are looked for up to this long after the cut, and rounds are played from this day. */
const DIARY_AFTER_CUT = 1200;
export const programmeStart = '2005-01-01' as Day;

/** Rooms that the largest unit needs at full scale with one woman every ten minutes: configuration. */
const ROOMS_AT_FULL_SCALE = 8;

/** The country with as many rooms at each unit as the scale asks for: one at 1:8 and coarser. */
function withRooms(country: Country, scale: number): Country {
  const rooms = Math.max(1, Math.ceil(ROOMS_AT_FULL_SCALE / scale));
  return { ...country, opening: { ...country.opening, places: country.opening.places * rooms } };
}

/** Everything that does not differ between women, for a country and the choices of one history. */
export function createWorld(country: Country, options: HistoryOptions): World {
  const { seed, dataCut, years, scale, parameters = lifeParameters, standStill = pandemicStop } = options;
  const readers = new Map(
    country.centres.map(({ id }) => [id, readerIds(country, id).map((reader) => simulatedReader(seed, reader))]),
  );
  const radiographers = new Map(country.centres.map(({ id }) => [id, radiographerIds(country, id)]));
  return {
    seed,
    parameters,
    diary: createDiary(
      withRooms(country, scale),
      addDays(programmeStart, -366),
      addDays(dataCut, DIARY_AFTER_CUT),
      standStill,
    ),
    from: dayNumber(addYears(dataCut, -years)),
    cut: dayNumber(dataCut),
    stoodStill: { from: dayNumber(standStill.from), to: dayNumber(standStill.to) },
    unitId: (point) => country.units[point.unit]?.id ?? '',
    readersOf: (centreId) => readers.get(centreId) ?? [],
    radiographersOf: (centreId) => radiographers.get(centreId) ?? [],
  };
}
