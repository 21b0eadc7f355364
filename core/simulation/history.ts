/**
 * The history of a country's programme as delivery rows: for every woman who matters, her rounds up to the data cut.
 * Rows come woman by woman, so memory does not grow with the country.
 */
import { type Day, dayFromNumber, dayNumber, fromCivil, yearOf } from '#core/kernel/day';
import { random, randomOf } from '#core/kernel/random';
import type { Country, Municipality, PostalCode } from './country.ts';
import { type Life, lifeOf, purposes } from './life.ts';
import { quotas } from './population.ts';
import { inventPerson, lifeIndex, syntheticIdentityNumber } from './synthetic-person.ts';
import { womanHistory } from './woman-history.ts';
import { createWorld, type HistoryOptions, type HistoryRow, type Home } from './world.ts';

export type WomanRows = { readonly rows: readonly HistoryRow[]; readonly done: number; readonly of: number };

/** All rows, one after the other. */
export function* simulateHistory(country: Country, options: HistoryOptions): Generator<HistoryRow> {
  for (const woman of simulateWomen(country, options)) yield* woman.rows;
}

/** The rows of one woman at a time, her person row first, with how far the simulation has come. */
export function* simulateWomen(country: Country, options: HistoryOptions): Generator<WomanRows> {
  const populationYear = latestPopulation(country, yearOf(options.dataCut));
  const populationOn = dayNumber(fromCivil({ year: populationYear, month: 1, day: 1 }));
  const world = createWorld(country, options);
  const cells = quotas(country, populationYear, options.scale);
  const of = cells.reduce((sum, cell) => sum + cell.count, 0);
  const positions = new Map<number, number>();
  const r = random('population', options.seed);
  const elsewhere = new Map(country.municipalities.map((m) => [m.county, country.municipalities.filter((o) => o.county === m.county)]));
  let done = 0;
  let serial = 0;
  for (const cell of cells) {
    let alive = 0;
    const municipality = cell.municipality;
    while (alive < cell.count) {
      const birth = dayNumber(fromCivil({ year: populationYear - 1 - cell.age, month: 1, day: 1 })) + Math.floor(365 * r.next());
      const place = r.next();
      const birthDay = dayFromNumber(birth);
      const identity = syntheticIdentityNumber(birthDay, positions.get(birth) ?? 0);
      if (!identity) continue;
      positions.set(birth, identity.next);
      const life = lifeOf(options.seed, lifeIndex(identity.number), birthDay, world.parameters);
      if (Math.min(life.diesOn, life.emigratesOn) < world.from) continue;
      const rows: HistoryRow[] = [];
      const homes = homesOf(life, { municipality, postal: postalAt(municipality, place) }, country, elsewhere, world.cut);
      const reference = (++serial).toString(36);
      const diesOn = womanHistory(world, life, {
        identityNumber: identity.number,
        reference,
        homeOn: homes,
        emit: (row) => rows.push(row),
      });
      if (Math.min(diesOn, life.emigratesOn) < world.from) continue;
      if (Math.min(diesOn, life.emigratesOn) >= populationOn) {
        alive++;
        done++;
      }
      rows.unshift(personRow(life, identity.number, homes(world.cut), Math.floor(diesOn), world.cut));
      yield { rows, done, of };
    }
  }
}

function latestPopulation(country: Country, year: number): number {
  const years = [...new Set(country.women.map((w) => w.year))].sort((a, b) => a - b);
  return years.filter((y) => y <= year).at(-1) ?? years[0] ?? year;
}

/** Where she lived on a day: today's home is given, so moves before the cut are drawn backwards from it. */
function homesOf(
  life: Life,
  now: Home,
  country: Country,
  elsewhere: ReadonlyMap<string, readonly Municipality[]>,
  cut: number,
): (day: number) => Home {
  const past = life.moves.filter((move) => move.on <= cut);
  if (past.length === 0) return () => now;
  const homes = past.map((move) => {
    const among = (move.sameCounty ? elsewhere.get(now.municipality.county) : undefined) ?? country.municipalities;
    const position = move.place * among.length;
    const municipality = among[Math.floor(position)] ?? now.municipality;
    return { until: move.on, home: { municipality, postal: postalAt(municipality, position % 1) } };
  });
  return (day) => homes.find((h) => day < h.until)?.home ?? now;
}

function postalAt(municipality: Municipality, u: number): PostalCode {
  const { postalCodes } = municipality;
  let total = 0;
  for (const p of postalCodes) total += p.weight + 1;
  let left = u * total;
  for (const p of postalCodes) {
    left -= p.weight + 1;
    if (left < 0) return p;
  }
  const last = postalCodes.at(-1);
  if (!last) throw new Error(`municipality ${municipality.number} has no postal code`);
  return last;
}

function personRow(life: Life, identityNumber: string, home: Home, diesOn: number, cut: number): HistoryRow {
  const r = randomOf(life.seed, life.index, purposes.name);
  const { number, norm } = home.municipality;
  const person = inventPerson(r, { municipality: number, norm, bornAbroad: life.bornAbroad });
  const leaves = Math.min(diesOn, life.emigratesOn);
  const status = leaves > cut ? 'resident' : diesOn <= life.emigratesOn ? 'dead' : 'emigrated';
  const movedIn = life.moves.filter((m) => m.on <= cut).at(-1)?.on ?? life.birth;
  const known = (on: number): Day | '' => (on <= cut && on < leaves ? dayFromNumber(on) : '');
  return {
    file: 'persons',
    row: {
      identity_number: identityNumber,
      former_identity_number: '',
      birth_date: dayFromNumber(life.birth),
      sex: 'female',
      given_name: person.givenName,
      family_name: person.familyName,
      address: person.address,
      postal_code: home.postal.code,
      municipality: number,
      country_of_birth: person.countryOfBirth,
      phone: person.phone,
      digital: life.digitalRank > -1.2816 ? '1' : '0',
      language: person.language,
      status,
      status_on: dayFromNumber(status === 'resident' ? movedIn : leaves),
      invitation_stop_on: known(life.invitationStopOn),
      storage_reservation_on: known(life.storageReservationOn),
    },
  };
}
