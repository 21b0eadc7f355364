/** Did the machine mark the place where the cancer was? */
import { type Share, share } from './operating-points.ts';

/** One cancer and what was marked on the examination: sides, and views where they are known. */
export type Located = {
  readonly findings: readonly Place[];
  readonly marks: readonly Place[];
};

export type Place = {
  readonly side: 'left' | 'right';
  /** CC or MLO; absent when only the breast is known. */
  readonly view?: 'CC' | 'MLO';
  /** Centre in the image, as shares of its width and height; absent when only the view is known. */
  readonly at?: { readonly x: number; readonly y: number };
};

export type Localisation = {
  /** Cancers with a mark in the right breast; in the right breast and view; in both views of it. Of all cancers. */
  readonly breast: Share | null;
  readonly anyView: Share | null;
  readonly bothViews: Share | null;
  /** Of marks on examinations with cancer, those in a breast without. */
  readonly wrongBreast: Share | null;
  /** Cancers whose nearest mark in the same view lies within `radius`, of those where both places are known. */
  readonly within: Share | null;
};

/**
 * Agreement of marks with findings, counted per cancer (Koch 2024, Eur Radiol, counts marks that match in both views).
 * A share is null when there is nothing to count.
 * @param radius as a share of the image's side; 0.1 is about 2 cm of a breast 20 cm wide: configuration
 */
export function localisation(cancers: readonly Located[], radius = 0.1): Localisation {
  const counts = { breast: 0, anyView: 0, bothViews: 0, viewed: 0, placed: 0, within: 0, marks: 0, wrong: 0 };
  for (const { findings, marks } of cancers) {
    const sides = new Set(findings.map(({ side }) => side));
    const right = marks.filter(({ side }) => sides.has(side));
    counts.marks += marks.length;
    counts.wrong += marks.length - right.length;
    if (right.length > 0) counts.breast++;
    if (findings.some(({ view }) => view)) {
      counts.viewed++;
      const seen = new Set(findings.filter((f) => f.view && right.some((m) => sameView(m, f))).map(({ view }) => view));
      if (seen.size > 0) counts.anyView++;
      if (seen.has('CC') && seen.has('MLO')) counts.bothViews++;
    }
    const placed = findings.filter(({ at }) => at);
    if (placed.length > 0 && marks.some(({ at }) => at)) {
      counts.placed++;
      if (placed.some((f) => right.some((m) => sameView(m, f) && distance(m, f) <= radius))) counts.within++;
    }
  }
  const of = (events: number, total: number) => (total > 0 ? share(events, total) : null);
  return {
    breast: of(counts.breast, cancers.length),
    anyView: of(counts.anyView, counts.viewed),
    bothViews: of(counts.bothViews, counts.viewed),
    wrongBreast: of(counts.wrong, counts.marks),
    within: of(counts.within, counts.placed),
  };
}

function sameView(a: Place, b: Place): boolean {
  return a.side === b.side && a.view === b.view;
}

function distance(a: Place, b: Place): number {
  if (!a.at || !b.at) return Number.POSITIVE_INFINITY;
  return Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y);
}
