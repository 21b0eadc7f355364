import type { PeopleRules } from '#core/people/target-group';

export const peopleRules: PeopleRules = {
  // Women 50-69 (Kreftregisteret, "Organisering"); sex as the population register has it.
  sexes: ['female'],
  // "Personvern og reservasjon" (cervix programme, PVN-2012-12): within six months; the same is assumed for breast.
  reservationMonths: 6,
};
