/**
 * The 30 screening units of the demo country: 26 stationary and 4 mobile. All units and tours are INVENTED: no complete
 * list of the real ones is published. Towns and coordinates are real. Names say "Demo".
 */
export type Stop = {
  readonly place: string;
  readonly municipality: string;
  readonly lat: number;
  readonly lon: number;
  /** First and last ISO-like week of the year (week 1 starts on 1 January) that the unit stands here. */
  readonly fromWeek: number;
  readonly toWeek: number;
};

export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly centreId: string;
  readonly kind: 'stationary' | 'mobile';
  readonly municipality: string;
  readonly postalCode: string;
  readonly lat: number;
  readonly lon: number;
  /** A mobile unit's yearly tour; empty for a stationary one. */
  readonly stops: readonly Stop[];
};

/** Opening hours of every unit of the demo country (configuration): weekdays, one woman at a time, every 10 minutes. */
export const openingHours = {
  weekdays: [1, 2, 3, 4, 5],
  opensAt: '08:30',
  closesAt: '15:00',
  slotMinutes: 10,
  /** Places per slot at full scale; a demo of one woman in twenty never fills one. */
  places: 1,
} as const;

const stationary = (
  id: string,
  centreId: string,
  town: string,
  municipality: string,
  postalCode: string,
  lat: number,
  lon: number,
): Unit => ({
  id,
  name: `Demoenhet ${town}`,
  centreId,
  kind: 'stationary',
  municipality,
  postalCode,
  lat,
  lon,
  stops: [],
});

type Place = readonly [place: string, municipality: string, lat: number, lon: number, weeks: number];

/** A tour starts in week 2 and stands the given number of weeks at each place, in order. */
function mobile(id: string, centreId: string, name: string, postalCode: string, places: readonly Place[]): Unit {
  let week = 2;
  const stops = places.map(([place, municipality, lat, lon, weeks]) => {
    const fromWeek = week;
    week += weeks;
    return { place, municipality, lat, lon, fromWeek, toWeek: week - 1 };
  });
  const first = stops[0];
  if (!first) throw new Error(`mobile unit ${id} has no stops`);
  const { municipality, lat, lon } = first;
  return { id, name: `Demobuss ${name}`, centreId, kind: 'mobile', municipality, postalCode, lat, lon, stops };
}

export const units: readonly Unit[] = [
  stationary('U01', 'C01', 'Tromsø', '5501', '9017', 69.68, 18.98),
  stationary('U02', 'C01', 'Harstad', '5503', '9403', 68.8, 16.54),
  stationary('U03', 'C02', 'Bodø', '1804', '8009', 67.283, 14.405),
  stationary('U04', 'C02', 'Mo i Rana', '1833', '8610', 66.313, 14.142),
  stationary('U05', 'C03', 'Trondheim', '5001', '7020', 63.42, 10.389),
  stationary('U06', 'C03', 'Levanger', '5037', '7600', 63.748, 11.302),
  stationary('U07', 'C04', 'Ålesund', '1508', '6006', 62.463, 6.316),
  stationary('U08', 'C04', 'Molde', '1506', '6411', 62.737, 7.159),
  stationary('U09', 'C05', 'Førde', '4647', '6800', 61.452, 5.857),
  stationary('U10', 'C06', 'Bergen', '4601', '5063', 60.375, 5.359),
  stationary('U11', 'C07', 'Haugesund', '1106', '5535', 59.405, 5.282),
  stationary('U12', 'C08', 'Stavanger', '1103', '4021', 58.953, 5.732),
  stationary('U13', 'C09', 'Kristiansand', '4204', '4611', 58.147, 7.996),
  stationary('U14', 'C09', 'Arendal', '4203', '4846', 58.461, 8.767),
  stationary('U15', 'C10', 'Skien', '4003', '3721', 59.21, 9.609),
  stationary('U16', 'C11', 'Tønsberg', '3905', '3117', 59.267, 10.408),
  stationary('U17', 'C12', 'Drammen', '3301', '3035', 59.744, 10.204),
  stationary('U18', 'C12', 'Sandvika', '3201', '1337', 59.89, 10.526),
  stationary('U19', 'C13', 'Sarpsborg', '3105', '1712', 59.284, 11.11),
  stationary('U20', 'C14', 'Oslo', '0301', '0687', 59.913, 10.752),
  stationary('U21', 'C15', 'Lørenskog', '3222', '1473', 59.924, 10.954),
  stationary('U22', 'C15', 'Ski', '3207', '1400', 59.72, 10.836),
  stationary('U23', 'C15', 'Kongsvinger', '3401', '2208', 60.191, 11.998),
  stationary('U24', 'C16', 'Hamar', '3403', '2315', 60.795, 11.068),
  stationary('U25', 'C17', 'Lillehammer', '3405', '2609', 61.115, 10.466),
  stationary('U26', 'C17', 'Gjøvik', '3407', '2819', 60.795, 10.692),
  mobile('U27', 'C01', 'Nordlyset', '9300', [
    ['Finnsnes', '5530', 69.234, 18.012, 10],
    ['Storslett', '5544', 69.77, 21.025, 5],
    ['Alta', '5601', 69.972, 23.358, 11],
    ['Hammerfest', '5603', 70.663, 23.682, 8],
    ['Karasjok', '5610', 69.472, 25.512, 4],
    ['Vadsø', '5607', 70.073, 29.752, 6],
    ['Kirkenes', '5605', 69.724, 30.051, 6],
  ]),
  mobile('U28', 'C02', 'Havørna', '8516', [
    ['Narvik', '1806', 68.441, 17.409, 9],
    ['Sortland', '1870', 68.695, 15.409, 9],
    ['Svolvær', '1865', 68.232, 14.565, 6],
    ['Leknes', '1860', 68.148, 13.612, 6],
    ['Fauske', '1841', 67.261, 15.4, 6],
    ['Sandnessjøen', '1820', 66.016, 12.611, 5],
    ['Mosjøen', '1824', 65.827, 13.218, 5],
    ['Brønnøysund', '1813', 65.472, 12.213, 4],
  ]),
  mobile('U29', 'C06', 'Fossekallen', '5416', [
    ['Stord', '4614', 59.795, 5.517, 18],
    ['Husnes', '4617', 59.864, 5.745, 9],
    ['Odda', '4618', 60.069, 6.546, 9],
    ['Voss', '4621', 60.628, 6.42, 14],
  ]),
  mobile('U30', 'C12', 'Fjellrypa', '3515', [
    ['Hønefoss', '3305', 60.179, 10.259, 24],
    ['Lampeland', '3334', 59.835, 9.579, 6],
    ['Rødberg', '3338', 60.268, 8.946, 5],
    ['Gol', '3324', 60.701, 8.946, 8],
    ['Geilo', '3330', 60.536, 8.208, 7],
  ]),
];
