/**
 * How many may be booked on a day with room for C women when not everybody comes: the number who come is a sum of
 * independent yes/no draws with each woman's own probability (Poisson-binomial), worked out exactly by dynamic
 * programming over the day's list. The rule: P(more than C come) at most a limit, 5 % in the programme's rules.
 */
export type DayLoad = {
  readonly capacity: number;
  /** How many places are booked. */
  readonly booked: number;
  /** P(more than `capacity` come). */
  readonly overflow: number;
  /** Books one more woman, who takes one place or more, if the limit still holds afterwards; says whether it did. */
  readonly add: (attendance: number, limit: number, places?: number) => boolean;
};

/** A day's list, empty or with those already booked (they stand, whatever the limit says). */
export function dayLoad(capacity: number, booked: readonly number[] = []): DayLoad {
  const load = new Load(capacity);
  for (const attendance of booked) load.add(attendance, 1);
  return load;
}

/** The most women of equal predicted attendance that may be booked for `capacity` places. */
export function mostBooked(capacity: number, attendance: number, limit: number): number {
  if (attendance <= 0) throw new RangeError('mostBooked: expected an attendance above 0');
  const load = new Load(capacity);
  while (load.add(attendance, limit));
  return load.booked;
}

class Load implements DayLoad {
  readonly capacity: number;
  booked = 0;
  overflow = 0;
  /** at[k] = P(exactly k come), k = 0..capacity; what lies above is `overflow`. */
  readonly #at: Float64Array;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.#at = new Float64Array(capacity + 1);
    this.#at[0] = 1;
  }

  add(attendance: number, limit: number, places = 1): boolean {
    const at = this.#at;
    // She goes over the capacity when so many have come already that her places are not all left.
    let over = 0;
    for (let k = Math.max(0, this.capacity - places + 1); k <= this.capacity; k++) over += at[k] ?? 0;
    const overflow = this.overflow + over * attendance;
    if (overflow > limit && limit < 1) return false;
    for (let k = this.capacity; k >= 0; k--) {
      at[k] = (at[k] ?? 0) * (1 - attendance) + (k >= places ? (at[k - places] ?? 0) * attendance : 0);
    }
    this.overflow = overflow;
    this.booked += places;
    return true;
  }
}
