import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staffRoles } from './access.ts';
import { checkPlace, mayChangeUser, type StaffUser, worksAtCentre } from './staff-user.ts';

const anyUser: fc.Arbitrary<StaffUser> = fc.record({
  userId: fc.constantFrom('A', 'B', 'C'),
  role: fc.constantFrom(...staffRoles),
  centreId: fc.constantFrom(null, 'C01', 'C02'),
  active: fc.boolean(),
});
const code = (result: ReturnType<typeof checkPlace>) => (result.ok ? 'ok' : result.refusal.code);

describe('a user', () => {
  it('has a centre exactly when the role works at one', () => {
    fc.assert(
      fc.property(anyUser, (user) => checkPlace(user).ok === (worksAtCentre(user.role) === (user.centreId !== null))),
    );
    expect(code(checkPlace({ role: 'radiologist', centreId: null }))).toBe('centre-needed');
    expect(code(checkPlace({ role: 'office', centreId: 'C01' }))).toBe('no-centre-role');
  });

  it('is never without an administrator: whoever changes access keeps her own', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), anyUser), { maxLength: 30 }), (changes) => {
        const users = new Map<string, StaffUser>(
          ['A', 'B', 'C'].map((userId) => [userId, { userId, role: 'administrator', centreId: null, active: true }]),
        );
        const administers = (user: StaffUser | undefined) => user?.active === true && user.role === 'administrator';
        for (const [n, after] of changes) {
          const by = ['A', 'B', 'C'][n] ?? 'A';
          const before = users.get(after.userId);
          if (before && administers(users.get(by)) && mayChangeUser(by, before, after).ok)
            users.set(after.userId, after);
          expect([...users.values()].some(administers)).toBe(true);
        }
      }),
    );
  });
});
