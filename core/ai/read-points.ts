/** The points of a calibration as they are pasted from a spreadsheet or a maker's document. */

type Points =
  | { readonly points: readonly number[] }
  /** The first that is no number, or that is below the one before it; `at` counts from 1. */
  | { readonly wrong: 'not-a-number' | 'descends'; readonly at: number; readonly value: string };

/** Numbers with space, line or semicolon between; a comma is a decimal comma. Blank text has no points. */
export function readPoints(text: string): Points {
  const parts = text.split(/[\s;]+/).filter((part) => part !== '');
  const points: number[] = [];
  for (const [i, value] of parts.entries()) {
    const number = Number(value.replace(',', '.'));
    if (!Number.isFinite(number)) return { wrong: 'not-a-number', at: i + 1, value };
    if (number < (points.at(-1) ?? number)) return { wrong: 'descends', at: i + 1, value };
    points.push(number);
  }
  return { points };
}
