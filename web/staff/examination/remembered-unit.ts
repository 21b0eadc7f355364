const KEY = 'runde.unit';

/** The unit last chosen on this device, if it is still among one's own. */
export function rememberedUnit(units: readonly { readonly unitId: string }[]): string | undefined {
  const stored = localStorage.getItem(KEY);
  return units.find((unit) => unit.unitId === stored)?.unitId;
}

export function rememberUnit(unitId: string): void {
  localStorage.setItem(KEY, unitId);
}
