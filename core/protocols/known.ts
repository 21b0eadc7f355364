/** What a protocol may speak of besides its own steps: a machine's values, and facts about the woman. */

/** A machine's values by name; `pct` is the percentile 0-100 within the calibration population in use. */
export const machineFields = ['score', 'left', 'right', 'pct', 'normalTag', 'density', 'quality', 'risk'] as const;
export type MachineField = (typeof machineFields)[number];

/** What a step may be shown of a machine's result: its values, the marks in the images, or all of it. */
export const machineItems = [...machineFields, 'marks', 'all'] as const;
export type MachineItem = (typeof machineItems)[number];

/** Values that are words; the others are numbers. */
export const wordFields: ReadonlySet<string> = new Set<MachineField>(['normalTag']);

/** Facts about the woman that a protocol may decide by. Only her age is always known. */
export const knownItems = {
  age: { words: false, always: true },
  density: { words: true, always: false },
  risk5y: { words: false, always: false },
} as const;
export type KnownItem = keyof typeof knownItems;

export function isKnownItem(name: string): name is KnownItem {
  return Object.hasOwn(knownItems, name);
}
export function isMachineField(name: string): name is MachineField {
  return machineFields.some((field) => field === name);
}
