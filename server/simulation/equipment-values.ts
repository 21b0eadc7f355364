/** What tests of the demo's equipment show: values invented around what the limits ask for. */
import type { Measured } from '#core/equipment/equipment-test';
import { luminanceOfJnd, standardLuminances } from '#core/equipment/gsdf';
import type { Day } from '#core/kernel/day';
import { normal, random, type Random } from '#core/kernel/random';

/** What a test shows on a day, by what was measured of which equipment; failing = beyond a limit, by a little. */
export function measure(test: string, on: Day, which: readonly (string | number)[], failing: boolean): Measured {
  const r = random('equipment', ...which, test, on);
  const about = (value: number, sd: number) => Math.round(normal(r, value, sd) * 100) / 100;
  switch (test) {
    case 'display-daily':
      return { 'pattern-visible': true, 'screen-clean': !failing };
    case 'display-luminance':
      return luminance(r, about, failing);
    case 'room-light':
      return { illuminance: failing ? 58 : Math.max(5, Math.round(about(22, 5))), 'no-reflections': true };
    case 'machine-weekly':
      return {
        'no-artefacts': true,
        'signal-to-noise': about(failing ? 45 : 52, 0.8),
        'signal-to-noise-reference': 52,
      };
    case 'machine-exposure':
      return {
        'glandular-dose': about(1.4, 0.06),
        exposures: Array.from({ length: 5 }, () => about(74, 0.5)),
        'contrast-to-noise': about(failing ? 7.9 : 9.2, 0.12),
        'contrast-to-noise-reference': 9.2,
        'compression-force': Math.round(about(172, 4)),
      };
    default:
      throw new Error(`the demo does not know how to measure ${test}`);
  }
}

/** A display that follows the standard to a few per cent; when it fails, its brightest has sunk below that of its pair. */
function luminance(r: Random, about: (value: number, sd: number) => number, failing: boolean): Measured {
  const darkest = 1.2 + Math.abs(normal(r, 0, 0.04));
  const brightest = failing ? 462 : 505 + normal(r, 0, 6);
  const levels = standardLuminances(darkest + 0.2, brightest + 0.2, 18).map(
    (level) => (level - 0.2) * (1 + normal(r, 0, 0.004)),
  );
  return {
    ambient: 0.2,
    levels: levels.map((level) => Math.round(level * 1000) / 1000),
    corners: Array.from({ length: 5 }, () => about(0.8 * luminanceOfJnd(700), 9)),
    darkest: Math.round(darkest * 100) / 100,
    brightest: Math.round(brightest),
    'brightest-other': failing ? 520 : Math.round(brightest + normal(r, 0, 8)),
  };
}
