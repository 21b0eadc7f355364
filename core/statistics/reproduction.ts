/** A published figure and ours beside it, computed here from what the source gives. */

export type ReproducedFigure = {
  /** What is counted, in the source's own words or close to them; English, as the sources are. */
  readonly what: string;
  readonly published: number;
  readonly computed: number;
  /** How far ours may lie from the printed figure: half a unit of its last printed decimal, or what the source itself claims. */
  readonly tolerance: number;
  /** 'count', '%', 'per 1000', 'z', ... */
  readonly unit: string;
  /** Decimals to print ours with. */
  readonly decimals: number;
  /** Set when the printed figure is known not to follow from the source's own counts: why. Then it must not agree. */
  readonly doesNotFollow?: string;
};

export type Reproduction = {
  readonly id: string;
  /** As one cites it: first author, year, journal; or the program and its version. */
  readonly source: string;
  /** What ours is computed from: the published counts, a file built to them, the program's own example. */
  readonly from: string;
  /** Computed when asked for. */
  readonly figures: () => readonly ReproducedFigure[];
};

/** Whether ours agrees with what is printed. The small allowance is for the printed decimal's own rounding in binary. */
export function agrees({ published, computed, tolerance }: ReproducedFigure): boolean {
  return Math.abs(published - computed) <= tolerance * (1 + 1e-9);
}

/** Whether the figure stands as it should: it agrees, or it is known not to follow and indeed does not. */
export function stands(figure: ReproducedFigure): boolean {
  return agrees(figure) === (figure.doesNotFollow === undefined);
}
