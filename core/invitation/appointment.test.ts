import { describe, expect, it } from 'vitest';
import {
  type AppointmentAction,
  type AppointmentStatus,
  appointmentActions,
  appointmentAfter,
  appointmentStatuses,
  freesPlace,
  isLive,
} from './appointment.ts';

/** Every cell, written out: rows are actions; columns the three live statuses. Nothing leads out of the six others. */
const expected: Readonly<Record<AppointmentAction, readonly [string, string, string]>> = {
  //                       invited            confirmed          checked-in
  confirm: ['confirmed', '-', '-'],
  move: ['moved', 'moved', '-'],
  cancel: ['cancelled', 'cancelled', '-'],
  withdraw: ['cancelled', 'cancelled', '-'],
  'check-in': ['checked-in', 'checked-in', '-'],
  'undo-check-in': ['-', '-', 'invited'],
  screen: ['-', '-', 'screened'],
  'screen-partially': ['-', '-', 'partially-screened'],
  'leave-without-images': ['-', '-', 'attended-not-screened'],
  'not-attend': ['did-not-attend', 'did-not-attend', '-'],
};
const columns: readonly AppointmentStatus[] = ['invited', 'confirmed', 'checked-in'];

describe('the appointment table', () => {
  const cells = appointmentActions.flatMap((action) =>
    appointmentStatuses.map((status) => ({
      status,
      action,
      leadsTo: expected[action][columns.indexOf(status)] ?? '-',
    })),
  );
  it.each(cells)('$action while $status -> $leadsTo', ({ status, action, leadsTo }) => {
    const result = appointmentAfter(status, action);
    expect(result.ok ? result.value : '-').toBe(leadsTo);
  });
});

describe('a place in the slot', () => {
  it('is given back when she will not use the time, and only then', () => {
    expect(appointmentStatuses.filter(freesPlace)).toEqual(['moved', 'cancelled']);
    expect(appointmentStatuses.filter(isLive)).toEqual(['invited', 'confirmed', 'checked-in']);
  });
});
