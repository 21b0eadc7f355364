import type { Life } from './life.ts';
import type { Emit, Home, World } from './world.ts';

/** A woman while her history is played; what changes from round to round is mutable. */
export type Woman = {
  readonly world: World;
  readonly life: Life;
  readonly identityNumber: string;
  readonly reference: string;
  readonly homeOn: (day: number) => Home;
  readonly emit: Emit;
  /** Her tumours until a cancer is diagnosed; none after. */
  present: Life;
  /** Day number of death of any cause. */
  diesOn: number;
  due: number;
  lastRound: 'attended' | 'missed' | 'first';
  falsePositiveBefore: boolean;
  /** Earlier images exist. */
  screenedBefore: boolean;
  /** Day number of her last screening in a round before the first day of the files. */
  earlierScreeningOn: number | undefined;
};

/** The day she died or left the country, whichever came first. */
export function goneOn(woman: Woman): number {
  return Math.min(woman.diesOn, woman.life.emigratesOn);
}
