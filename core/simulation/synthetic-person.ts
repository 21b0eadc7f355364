/**
 * Evidently invented people. Identity numbers are synthetic by the tax authority's convention for test people (month +
 * 80: never valid for a real person) with both check digits. Names are adjective + noun, as in the national test
 * population; streets do not exist; phone numbers are in one block (+47 999 and five digits: configuration).
 */
import { civil, type Day } from '#core/kernel/day';
import { chance, integer, pick, type Random } from '#core/kernel/random';

const given = (
  'Stille Rask Lystig Modig Rund Blid Klok Varm Snill Kvikk Lun Trygg Sprek Glad Frisk Myk Stolt Vital Flink Artig ' +
  'Tapper Munter Djerv Kjekk Ekte Vennlig Sindig Livlig Grei Staut Gyllen Kry Luftig Smidig Spak Verdig Ivrig Vaken ' +
  'Humørfylt Nysgjerrig Praktisk Pen Skarp Naturlig Rolig Ærlig Undrende Tålmodig Sprudlende Omtenksom'
).split(' ');
const family = (
  'Fjellrev Bjørkelund Multebær Tiriltunge Lyngrype Havørn Snøugle Hestehov Blåklokke Tyttebær Rognebær Fossekall ' +
  'Linerle Orrfugl Røyskatt Hjortetakk Elgku Bekkeblom Kvitveis Marihøne Sommerfugl Humle Steinbit Sjøstjerne Tareskog ' +
  'Fjordhest Isbre Nordavind Regnbue Månelys Morgenrød Solsikke Kaffekopp Vaffelhjerte Strikkegenser Bokhylle Lanterne ' +
  'Symaskin Parasoll Gyngestol Kompass Robåt Seilduk Trillebår Postkasse Brødrister Vannkanne Høstløv Granbar Kongle ' +
  'Einer Selje Bringebær Nøtteskrike Stokkand Piggsvin Ekorn Gaupe Mosedott Lavskrike Ryllik Svaneblom Vipe Tjeld Lomvi'
).split(' ');
const streets = [
  'Eksempelveien',
  'Demogata',
  'Prøvestien',
  'Oppdiktbakken',
  'Liksomveien',
  'Tenkt allé',
  'Påfunnsvingen',
];

/** Countries of birth of those born abroad, equally often: configuration, no statistic. */
const countries = 'PL SE DE DK LT PH TH IR PK VN BA RU IQ SO LK GB TR CL'.split(' ');
/** Municipalities where some letters go in Northern Sami: configuration. */
const samiMunicipalities = new Set(['5610', '5611', '5612', '5620', '5622', '5624', '5538', '5540', '1875', '5043']);

export type InventedPerson = {
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string;
  readonly phone: string;
  readonly countryOfBirth: string;
  readonly language: 'nb' | 'nn' | 'en' | 'se';
};

export function inventPerson(
  r: Random,
  home: { readonly municipality: string; readonly norm: 'nb' | 'nn' | 'neutral'; readonly bornAbroad: boolean },
): InventedPerson {
  return {
    givenName: pick(r, given),
    familyName: pick(r, family),
    address: `${pick(r, streets)} ${integer(r, 1, 120)}`,
    phone: chance(r, 0.97) ? `+47999${String(integer(r, 0, 99_999)).padStart(5, '0')}` : '',
    countryOfBirth: home.bornAbroad ? pick(r, countries) : 'NO',
    language: languageOf(r, home),
  };
}

type Letters = InventedPerson['language'];

function languageOf(r: Random, home: { municipality: string; norm: string; bornAbroad: boolean }): Letters {
  const u = r.next();
  if (home.bornAbroad && u < 0.15) return 'en';
  if (samiMunicipalities.has(home.municipality) && u > 0.6) return 'se';
  return home.norm === 'nn' ? 'nn' : 'nb';
}

/** An invented name for a member of staff. */
export function inventStaffName(r: Random): string {
  return `${pick(r, given)} ${pick(r, family)}`;
}

const K1 = [3, 7, 6, 1, 8, 9, 4, 5, 2] as const;
const K2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/** Even individual numbers of women born 1940-1999: 000-498, then 900-998. */
const INDIVIDUALS = 300;

/**
 * The first synthetic identity number of women born on a day, from a position (0, 1, ...), and the position after it;
 * undefined when the day has no more. Numbers that would give a check digit of 10 do not exist and are passed over.
 */
export function syntheticIdentityNumber(
  birth: Day,
  position: number,
): { readonly number: string; readonly next: number } | undefined {
  for (let i = position; i < INDIVIDUALS; i++) {
    const number = numberWith(birth, i < 250 ? i * 2 : 900 + (i - 250) * 2);
    if (number !== undefined) return { number, next: i + 1 };
  }
  return undefined;
}

function numberWith(birth: Day, individual: number): string | undefined {
  const { year, month, day } = civil(birth);
  const two = (n: number): string => String(n).padStart(2, '0');
  const nine = `${two(day)}${two(month + 80)}${two(year % 100)}${String(individual).padStart(3, '0')}`;
  const first = checkDigit(nine, K1);
  if (first === 10) return undefined;
  const second = checkDigit(`${nine}${first}`, K2);
  return second === 10 ? undefined : `${nine}${first}${second}`;
}

function checkDigit(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * Number(digits[i]);
  return (11 - (sum % 11)) % 11;
}

/** The index that a woman's life is keyed by: a 32-bit hash of her first identity number. */
export function lifeIndex(identityNumber: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < identityNumber.length; i++) h = Math.imul(h ^ identityNumber.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
