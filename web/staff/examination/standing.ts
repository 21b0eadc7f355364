import type { AppointmentStatus } from '#core/invitation/appointment';

export const standings = ['expected', 'here', 'done', 'away'] as const;
export type Standing = (typeof standings)[number];

/** Where a woman stands on the day, one word each for the filter and the counts; away = she is not coming. */
export function standingOf(status: AppointmentStatus): Standing {
  switch (status) {
    case 'invited':
    case 'confirmed':
      return 'expected';
    case 'checked-in':
      return 'here';
    case 'moved':
    case 'cancelled':
    case 'did-not-attend':
      return 'away';
    default:
      return 'done';
  }
}
