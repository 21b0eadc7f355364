/** Class of the button in a list's row that does what is next; one a row. */
export const ROW_ACTION = 'row-action';

/** Moves the focus to the next (1) or previous (-1) row that has something to do; from elsewhere, to the first or last. */
export function focusRow(step: 1 | -1): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(`.${ROW_ACTION}:not(:disabled)`)];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = at === -1 ? (step === 1 ? 0 : buttons.length - 1) : at + step;
  buttons[Math.min(Math.max(next, 0), buttons.length - 1)]?.focus();
}
