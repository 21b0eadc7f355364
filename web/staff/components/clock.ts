/** An instant by the clock of the machine one sits at, HH:MM; now when none is given. */
export function clock(at = new Date()): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}
