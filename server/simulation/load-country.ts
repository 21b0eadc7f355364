/** The demo country: geography from data/geography, areas, units and rules from programmes/. */
import { readFile } from 'node:fs/promises';
import { buildCountry, type Country } from '#core/simulation/country';
import { invitationRules } from '#programmes/breast-no/invitation';
import { centreOfMunicipality, centres } from '#programmes/norway/centres';
import { openingHours, units } from '#programmes/norway/units';

const folder = new URL('../../data/geography/', import.meta.url);

export async function loadCountry(): Promise<Country> {
  const [municipalities, postalCodes, women] = await Promise.all(
    ['municipalities.csv', 'postal_codes.csv', 'women_by_municipality_age.csv'].map((name) =>
      readFile(new URL(name, folder), 'utf8'),
    ),
  );
  return buildCountry(
    { municipalities: municipalities ?? '', postalCodes: postalCodes ?? '', women: women ?? '' },
    { centres, units, centreOfMunicipality, calendar: invitationRules.calendar, opening: openingHours },
  );
}
