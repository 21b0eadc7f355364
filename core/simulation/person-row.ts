/** The population register's view of a simulated woman at the data cut. */
import { type Day, dayFromNumber } from '#core/kernel/day';
import { randomOf } from '#core/kernel/random';
import { reachableDigitally } from './attendance.ts';
import { type Life, purposes } from './life.ts';
import { inventPerson } from './synthetic-person.ts';
import type { HistoryRow, Home } from './world.ts';

export type Resident = {
  readonly life: Life;
  readonly identityNumber: string;
  readonly home: Home;
  /** Day number of death of any cause. */
  readonly diesOn: number;
  /** Day number of her last screening before the first day of the files. */
  readonly earlierScreeningOn: number | undefined;
};

export function personRow(
  { life, identityNumber, home, diesOn, earlierScreeningOn }: Resident,
  cut: number,
): HistoryRow {
  const { number: municipality, norm } = home.municipality;
  const r = randomOf(life.seed, life.index, purposes.name);
  const person = inventPerson(r, { municipality, norm, bornAbroad: life.bornAbroad });
  const leaves = Math.min(diesOn, life.emigratesOn);
  const status = leaves > cut ? 'resident' : diesOn <= life.emigratesOn ? 'dead' : 'emigrated';
  const movedIn = life.moves.filter((move) => move.on <= cut).at(-1)?.on ?? life.birth;
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
      municipality,
      country_of_birth: person.countryOfBirth,
      phone: person.phone,
      digital: reachableDigitally(life) ? '1' : '0',
      language: person.language,
      status,
      status_on: dayFromNumber(status === 'resident' ? movedIn : leaves),
      invitation_stop_on: known(life.invitationStopOn),
      storage_reservation_on: known(life.storageReservationOn),
      earlier_screening_on: earlierScreeningOn === undefined ? '' : dayFromNumber(earlierScreeningOn),
    },
  };
}
