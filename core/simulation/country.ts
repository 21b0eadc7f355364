/**
 * A country to simulate: its areas, units and calendar, where women live, and how many there are. Built from the texts
 * of data/geography by pure functions; the shell reads the files.
 */
import type { CalendarRules } from '#core/invitation/calendar';
import { kmBetween } from '#core/invitation/distance';

export type TourStop = {
  readonly place: string;
  readonly municipality: string;
  readonly lat: number;
  readonly lon: number;
  readonly fromWeek: number;
  readonly toWeek: number;
};
export type ScreeningUnit = {
  readonly id: string;
  readonly centreId: string;
  readonly kind: 'stationary' | 'mobile';
  readonly lat: number;
  readonly lon: number;
  readonly stops: readonly TourStop[];
};
export type Municipality = {
  readonly number: string;
  readonly name: string;
  readonly county: string;
  readonly norm: 'nb' | 'nn' | 'neutral';
  readonly centreId: string;
  readonly postalCodes: readonly PostalCode[];
};
/** Where women of a postal code are examined: a unit, at one of its stops when it is mobile. */
export type ServicePoint = { readonly unit: number; readonly stop: TourStop | undefined };
export type PostalCode = {
  readonly code: string;
  readonly place: string;
  readonly weight: number;
  readonly nearest: ServicePoint;
  /** The nearest stationary unit of the centre: where a woman goes when the bus has left. */
  readonly nearestStationary: ServicePoint;
};

export type Country = {
  readonly centres: readonly { readonly id: string; readonly population2021: number }[];
  readonly units: readonly ScreeningUnit[];
  readonly municipalities: readonly Municipality[];
  /** Women on 1 January of the year, by municipality and age. */
  readonly women: readonly { readonly municipality: string; readonly year: number; readonly ages: readonly number[] }[];
  readonly firstAge: number;
  readonly calendar: CalendarRules;
  readonly opening: {
    readonly opensAt: string;
    readonly closesAt: string;
    readonly slotMinutes: number;
    readonly places: number;
  };
};

export type GeographyTexts = { readonly municipalities: string; readonly postalCodes: string; readonly women: string };
export type CountryPlan = Pick<Country, 'centres' | 'units' | 'calendar' | 'opening'> & {
  readonly centreOfMunicipality: (municipality: string) => string | undefined;
};

/** Puts geography and programme together. Throws when a municipality has no centre or a centre no stationary unit. */
export function buildCountry(texts: GeographyTexts, plan: CountryPlan): Country {
  const postal = new Map<string, (readonly string[])[]>();
  for (const row of rows(texts.postalCodes)) {
    const municipality = row[2] ?? '';
    const list = postal.get(municipality);
    if (list) list.push(row);
    else postal.set(municipality, [row]);
  }
  const municipalities = rows(texts.municipalities).map(([number = '', name = '', county = '', , norm]) => {
    const centreId = plan.centreOfMunicipality(number);
    if (!centreId) throw new Error(`municipality ${number} ${name} has no breast centre`);
    const points = servicePoints(plan.units, centreId);
    const postalCodes = (postal.get(number) ?? []).map((row) => postalCode(row, points));
    if (postalCodes.length === 0) throw new Error(`municipality ${number} ${name} has no postal code`);
    return {
      number,
      name: name.split('-')[0] ?? name,
      county,
      norm: norm as Municipality['norm'],
      centreId,
      postalCodes,
    };
  });
  const header = texts.women.slice(0, texts.women.indexOf('\n')).split(',');
  const women = rows(texts.women).map(([municipality = '', year = '', ...ages]) => ({
    municipality,
    year: Number(year),
    ages: ages.map(Number),
  }));
  const firstAge = Number(header[2]?.slice(1));
  return { ...plan, municipalities, women, firstAge };
}

type LocatedPoint = ServicePoint & { readonly latitude: number; readonly longitude: number };

function servicePoints(units: readonly ScreeningUnit[], centreId: string): LocatedPoint[] {
  return units.flatMap((u, unit): LocatedPoint[] => {
    if (u.centreId !== centreId) return [];
    if (u.kind === 'stationary') return [{ unit, stop: undefined, latitude: u.lat, longitude: u.lon }];
    return u.stops.map((stop) => ({ unit, stop, latitude: stop.lat, longitude: stop.lon }));
  });
}

function postalCode(row: readonly string[], points: readonly LocatedPoint[]): PostalCode {
  const [code = '', place = '', , lat, lon, weight] = row;
  const home = { latitude: Number(lat), longitude: Number(lon) };
  const byDistance = points
    .map((point) => ({ point, km: kmBetween(home, point) }))
    .sort((a, b) => a.km - b.km)
    .map(({ point }) => ({ unit: point.unit, stop: point.stop }));
  const nearest = byDistance[0];
  const nearestStationary = byDistance.find((p) => p.stop === undefined);
  if (!nearest || !nearestStationary) throw new Error(`postal code ${code} has no stationary unit in its centre`);
  return { code, place, weight: Number(weight), nearest, nearestStationary };
}

/** Rows of a simple CSV text (no quotes), without its header. */
function rows(text: string): string[][] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
}
