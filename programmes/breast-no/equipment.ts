import { CONFIGURATION, type EquipmentTest, type TestFigure } from '#core/equipment/equipment-test';

const ranzcr = 'RANZCR, mammography displays';

const checked = (id: string, suspends = false): TestFigure => ({
  id,
  unit: '',
  decimals: 0,
  rule: 'input',
  inputs: [id],
  min: 1,
  suspends,
  source: CONFIGURATION,
});

/**
 * Tests of reading conditions and machines. The national physics group's guideline on reading conditions and displays is
 * not finished (2025), and limits for the machines are set by each service: a limit without a published source says
 * "Configuration", and so do all frequencies and days to mend. Set them to the guideline in force before use.
 */
export const equipmentTests: readonly EquipmentTest[] = [
  {
    id: 'display-daily',
    equipment: 'display',
    everyDays: 1,
    by: ['physicist', 'radiographer'],
    mendWithinDays: 7,
    inputs: [
      { id: 'pattern-visible', kind: 'yes-no', unit: '' },
      { id: 'screen-clean', kind: 'yes-no', unit: '' },
    ],
    figures: [checked('pattern-visible', true), checked('screen-clean')],
  },
  {
    id: 'display-luminance',
    equipment: 'display',
    everyDays: 91,
    by: ['physicist'],
    mendWithinDays: 30,
    inputs: [
      { id: 'ambient', kind: 'number', unit: 'cd/m²' },
      // Test pattern TG18-LN: 18 grey levels at equal distances, darkest first.
      { id: 'levels', kind: 'list', unit: 'cd/m²', count: 18 },
      // TG18-UNL80: centre and four corners.
      { id: 'corners', kind: 'list', unit: 'cd/m²', count: 5 },
      { id: 'darkest', kind: 'number', unit: 'cd/m²' },
      { id: 'brightest', kind: 'number', unit: 'cd/m²' },
      { id: 'brightest-other', kind: 'number', unit: 'cd/m²' },
    ],
    figures: [
      figure('darkest', 'cd/m²', 2, 'input', ['darkest'], { min: 1, source: ranzcr }),
      figure('brightest', 'cd/m²', 0, 'input', ['brightest'], { min: 450, source: ranzcr, suspends: true }),
      figure('ratio', '', 0, 'luminance-ratio', ['brightest', 'darkest', 'ambient'], {
        min: 250,
        source: ranzcr,
        suspends: true,
      }),
      figure('gsdf', '%', 1, 'gsdf', ['ambient', 'levels'], { max: 10, source: ranzcr }),
      figure('non-uniformity', '%', 1, 'non-uniformity', ['corners'], { max: 30, source: ranzcr }),
      figure('ambient-share', '%', 1, 'share', ['ambient', 'darkest'], {
        max: 25,
        source: 'AAPM TG18: ambient luminance below a quarter of the darkest',
      }),
      figure('pair-difference', '%', 1, 'difference', ['brightest', 'brightest-other'], { max: 10 }),
    ],
  },
  {
    id: 'room-light',
    equipment: 'reading-room',
    everyDays: 365,
    by: ['physicist', 'radiographer'],
    mendWithinDays: 30,
    inputs: [
      { id: 'illuminance', kind: 'number', unit: 'lx' },
      { id: 'no-reflections', kind: 'yes-no', unit: '' },
    ],
    figures: [
      figure('illuminance', 'lx', 0, 'input', ['illuminance'], {
        max: 40,
        source: 'IAEA Human Health Series, digital mammography: 20-40 lx is reasonable',
      }),
      checked('no-reflections'),
    ],
  },
  {
    id: 'machine-weekly',
    equipment: 'mammograph',
    everyDays: 7,
    by: ['radiographer', 'physicist'],
    mendWithinDays: 7,
    inputs: [
      { id: 'no-artefacts', kind: 'yes-no', unit: '' },
      { id: 'signal-to-noise', kind: 'number', unit: '' },
      { id: 'signal-to-noise-reference', kind: 'number', unit: '' },
    ],
    figures: [
      checked('no-artefacts', true),
      figure('signal-to-noise-drift', '%', 1, 'difference', ['signal-to-noise', 'signal-to-noise-reference'], {
        max: 10,
      }),
    ],
  },
  {
    id: 'machine-exposure',
    equipment: 'mammograph',
    everyDays: 182,
    by: ['physicist'],
    mendWithinDays: 30,
    inputs: [
      { id: 'glandular-dose', kind: 'number', unit: 'mGy' },
      { id: 'exposures', kind: 'list', unit: 'mAs', count: 5 },
      { id: 'contrast-to-noise', kind: 'number', unit: '' },
      { id: 'contrast-to-noise-reference', kind: 'number', unit: '' },
      { id: 'compression-force', kind: 'number', unit: 'N' },
    ],
    figures: [
      figure('glandular-dose', 'mGy', 2, 'input', ['glandular-dose'], { max: 2.5, suspends: true }),
      figure('exposure-spread', '%', 1, 'spread', ['exposures'], { max: 5 }),
      figure('contrast-to-noise-drift', '%', 1, 'difference', ['contrast-to-noise', 'contrast-to-noise-reference'], {
        max: 10,
      }),
      figure('compression-force', 'N', 0, 'input', ['compression-force'], { min: 130, max: 200, suspends: true }),
    ],
  },
];

function figure(
  id: string,
  unit: string,
  decimals: number,
  rule: TestFigure['rule'],
  inputs: readonly string[],
  more: Partial<Pick<TestFigure, 'min' | 'max' | 'suspends' | 'source'>>,
): TestFigure {
  return { id, unit, decimals, rule, inputs, suspends: false, source: CONFIGURATION, ...more };
}
