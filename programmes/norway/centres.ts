/**
 * The regions and breast centres of the demo country, and which municipality each centre serves.
 * Regions, the 17 areas and their sizes: Cancer Registry of Norway, "Hvem inviteres når?" (2021); the town is where the
 * trust's breast centre stands. The split of counties into areas follows the areas' names and sizes (counties of 2024).
 */
export type Region = { readonly id: string; readonly name: string };

export type Centre = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly regionId: string;
  readonly town: string;
  readonly lat: number;
  readonly lon: number;
  /** Women in the target group, 2021, to the nearest thousand as published. */
  readonly population2021: number;
};

export const regions: readonly Region[] = [
  { id: 'R1', name: 'Helse Nord' },
  { id: 'R2', name: 'Helse Midt-Norge' },
  { id: 'R3', name: 'Helse Vest' },
  { id: 'R4', name: 'Helse Sør-Øst' },
];

const centre = (
  id: string,
  regionId: string,
  shortName: string,
  name: string,
  town: string,
  lat: number,
  lon: number,
  population2021: number,
): Centre => ({ id, name, shortName, regionId, town, lat, lon, population2021 });

export const centres: readonly Centre[] = [
  centre('C01', 'R1', 'Troms og Finnmark', 'Brystsenteret UNN', 'Tromsø', 69.68, 18.984, 33000),
  centre('C02', 'R1', 'Nordland', 'Brystsenteret Nordlandssykehuset', 'Bodø', 67.283, 14.405, 28000),
  centre('C03', 'R2', 'Trøndelag', 'Brystsenteret St. Olavs hospital', 'Trondheim', 63.42, 10.389, 53000),
  centre('C04', 'R2', 'Møre og Romsdal', 'Brystsenteret Helse Møre og Romsdal', 'Ålesund', 62.463, 6.316, 31000),
  centre('C05', 'R3', 'Sogn og Fjordane', 'Brystsenteret Helse Førde', 'Førde', 61.458, 5.887, 13000),
  centre('C06', 'R3', 'Hordaland', 'Brystsenteret Helse Bergen', 'Bergen', 60.375, 5.359, 60000),
  centre('C07', 'R3', 'Fonna', 'Brystsenteret Helse Fonna', 'Haugesund', 59.405, 5.282, 13000),
  centre('C08', 'R3', 'Stavanger', 'Brystsenteret Helse Stavanger', 'Stavanger', 58.953, 5.732, 40000),
  centre('C09', 'R4', 'Agder', 'Brystsenteret Sørlandet sykehus', 'Kristiansand', 58.165, 7.981, 36000),
  centre('C10', 'R4', 'Telemark', 'Brystsenteret Sykehuset Telemark', 'Skien', 59.189, 9.601, 24000),
  centre('C11', 'R4', 'Vestfold', 'Brystsenteret Sykehuset i Vestfold', 'Tønsberg', 59.271, 10.417, 32000),
  centre('C12', 'R4', 'Vestre Viken', 'Brystsenteret Vestre Viken', 'Drammen', 59.744, 10.19, 60000),
  centre('C13', 'R4', 'Østfold', 'Brystsenteret Sykehuset Østfold', 'Kalnes', 59.32, 11.034, 40000),
  centre('C14', 'R4', 'Oslo', 'Brystsenteret Oslo universitetssykehus', 'Oslo', 59.947, 10.765, 66000),
  centre('C15', 'R4', 'Akershus', 'Brystsenteret Akershus universitetssykehus', 'Lørenskog', 59.932, 10.993, 55000),
  centre('C16', 'R4', 'Hedmark', 'Brystsenteret Sykehuset Innlandet Hamar', 'Hamar', 60.796, 11.067, 21000),
  centre('C17', 'R4', 'Oppland', 'Brystsenteret Sykehuset Innlandet Lillehammer', 'Lillehammer', 61.116, 10.466, 26000),
];

/** Counties of 2024 that one centre serves, apart from the municipalities listed below. */
const centreOfCounty: Readonly<Record<string, string>> = {
  '03': 'C14',
  '11': 'C08',
  '15': 'C04',
  '18': 'C02',
  '31': 'C13',
  '32': 'C15',
  '33': 'C12',
  '34': 'C17',
  '39': 'C11',
  '40': 'C10',
  '42': 'C09',
  '46': 'C06',
  '50': 'C03',
  '55': 'C01',
  '56': 'C01',
};

/** Municipalities whose centre is not their county's. */
const exceptions: readonly (readonly [centreId: string, municipalities: readonly string[]])[] = [
  // Sogn og Fjordane in Vestland.
  ['C05', ['4602', ...numbers(4635, 4651)]],
  // North Rogaland.
  ['C07', ['1106', '1134', '1135', '1145', '1146', '1149', '1151', '1160']],
  // Asker and Bærum in Akershus.
  ['C12', ['3201', '3203']],
  // Kongsvinger and its neighbours in Innlandet.
  ['C15', ['3401', '3414', '3415', '3416', '3417']],
  // Hedmark in Innlandet.
  ['C16', ['3403', '3411', '3412', '3413', ...numbers(3418, 3430)]],
  // Lunner and Jevnaker belonged to Oppland when the areas were drawn.
  ['C17', ['3234', '3236']],
];

const centreOfException = new Map(
  exceptions.flatMap(([centreId, municipalities]) => municipalities.map((m) => [m, centreId] as const)),
);

/** The centre that serves a municipality (number of 2024), or undefined for a number outside the country. */
export function centreOfMunicipality(municipality: string): string | undefined {
  return centreOfException.get(municipality) ?? centreOfCounty[municipality.slice(0, 2)];
}

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}
