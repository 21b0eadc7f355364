/**
 * How women are grouped when the programme asks who does not come. The groups are configuration: broad enough that each
 * centre has women in most of them; Statistics Norway's own grouping can take their place.
 */
import type { Words } from '#core/quality/indicator';

export type CountryGroup = {
  readonly id: string;
  readonly name: Words;
  readonly countries: readonly string[] | 'rest';
};

export const countryGroups: readonly CountryGroup[] = [
  { id: 'norway', name: { nb: 'Norge', nn: 'Noreg', en: 'Norway' }, countries: ['NO'] },
  {
    id: 'nordic',
    name: { nb: 'Norden ellers', nn: 'Norden elles', en: 'Other Nordic' },
    countries: ['SE', 'DK', 'FI', 'IS', 'FO', 'GL', 'AX'],
  },
  {
    id: 'eu-east',
    name: { nb: 'Øst-Europa', nn: 'Aust-Europa', en: 'Eastern Europe' },
    countries: [
      'PL',
      'LT',
      'LV',
      'EE',
      'RO',
      'BG',
      'HU',
      'CZ',
      'SK',
      'SI',
      'HR',
      'BA',
      'RS',
      'ME',
      'MK',
      'AL',
      'XK',
      'RU',
      'UA',
      'BY',
      'MD',
    ],
  },
  {
    id: 'west',
    name: {
      nb: 'Vest-Europa, Nord-Amerika, Oseania',
      nn: 'Vest-Europa, Nord-Amerika, Oseania',
      en: 'Western Europe, North America, Oceania',
    },
    countries: [
      'DE',
      'GB',
      'NL',
      'FR',
      'ES',
      'IT',
      'PT',
      'BE',
      'CH',
      'AT',
      'IE',
      'GR',
      'LU',
      'MT',
      'CY',
      'US',
      'CA',
      'AU',
      'NZ',
    ],
  },
  { id: 'rest', name: { nb: 'Verden ellers', nn: 'Verda elles', en: 'Rest of the world' }, countries: 'rest' },
];

/** Kilometres from her postal code to the unit, as the crow flies; each band up to and including its `to`. */
export const distanceBands: readonly { readonly id: string; readonly to: number | null }[] = [
  { id: '0-5', to: 5 },
  { id: '6-20', to: 20 },
  { id: '21-50', to: 50 },
  { id: '51-100', to: 100 },
  { id: '101-', to: null },
];
