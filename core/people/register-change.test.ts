import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { type RegisterRow, registerChange } from './register-change.ts';

const row: RegisterRow = {
  identityNumber: '01856010000',
  birthDate: day('1960-05-01'),
  sex: 'female',
  givenName: 'Prøve',
  familyName: 'Lampe',
  address: 'Eksempelveien 1',
  postalCode: '5063',
  municipality: '4601',
  centreId: 'C06',
  status: 'resident',
  statusOn: day('1960-05-01'),
};
const reported = day('2026-01-18');
const kinds = (after: Partial<RegisterRow>, before: Partial<RegisterRow> = {}) =>
  registerChange({ ...row, ...before }, { ...row, ...after }, reported).events.map((event) => event.kind);

describe('what the population register reports', () => {
  it('is nothing when the rows say the same', () => {
    expect(registerChange(row, { ...row }, reported)).toEqual({ events: [], withdraw: 'nothing' });
  });

  it('names each change', () => {
    expect(kinds({ address: 'Nyveien 2' })).toEqual(['move']);
    expect(kinds({ familyName: 'Sofa' })).toEqual(['correction']);
    expect(kinds({ status: 'dead', statusOn: day('2026-01-10') })).toEqual(['death']);
    expect(kinds({ status: 'emigrated' })).toEqual(['emigration']);
    expect(kinds({}, { status: 'emigrated' })).toEqual(['return']);
    expect(kinds({}, { status: 'dead' })).toEqual(['revived']);
    expect(kinds({ givenName: 'Annen', municipality: '0301', centreId: 'C14', status: 'dead' })).toEqual([
      'correction',
      'move',
      'death',
    ]);
  });

  it('ends any open round at death, an invitation at emigration, and nothing else', () => {
    const withdraw = (after: Partial<RegisterRow>) => registerChange(row, { ...row, ...after }, reported).withdraw;
    expect(withdraw({ status: 'dead' })).toBe('any-open-round');
    expect(withdraw({ status: 'emigrated' })).toBe('open-invitation');
    expect(withdraw({ municipality: '0301', centreId: 'C14' })).toBe('nothing');
  });

  it('never puts a name, address or number on the timeline', () => {
    const text = fc.string({ minLength: 12, maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, (givenName, familyName, address) => {
        const told = JSON.stringify(
          registerChange(row, { ...row, givenName, familyName, address, identityNumber: '99999999999' }, reported),
        );
        for (const secret of ['99999999999', row.identityNumber, row.familyName, row.address])
          expect(told).not.toContain(secret);
        for (const secret of [givenName, familyName, address]) expect(told).not.toContain(JSON.stringify(secret));
      }),
    );
  });
});
