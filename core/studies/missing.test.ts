import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { form, twoArms } from '#test/study-plans';
import { type Approval, type InPlace, type Member, missingBefore, rolesClash } from './missing.ts';
import { type ApprovalKind, memberRoles } from './study.ts';

const today = day('2026-11-23');
const approval = (kind: ApprovalKind, centreId: string | null = null): Approval => ({
  kind,
  centreId,
  validFrom: day('2026-01-01'),
  validUntil: day('2026-12-31'),
  withdrawn: false,
});
const member = (role: Member['role'], centreId: string | null = null): Member => ({
  userId: `${role}-${centreId}`,
  role,
  centreId,
  from: day('2026-01-01'),
  until: null,
});
const all: InPlace = {
  plan: twoArms,
  approvals: [
    approval('ethics'),
    approval('privacy'),
    approval('data-processor'),
    approval('centre-privacy-officer', 'C01'),
  ],
  members: [member('principal-investigator'), member('unblinded-statistician'), member('site-investigator', 'C01')],
  today,
};

describe('before a site opens', () => {
  it('nothing is missing when all is in place', () => {
    expect(missingBefore('site-opened', all, 'C01')).toEqual([]);
  });

  it('another hospital still needs its own privacy officer and investigator', () => {
    expect(missingBefore('site-opened', all, 'C02')).toEqual([
      { what: 'centre-privacy-officer', centreId: 'C02', because: 'none' },
      { what: 'site-investigator', centreId: 'C02', because: 'none' },
    ]);
  });

  it('an approval that has run out, has not begun or is withdrawn is named as such', () => {
    const [ethics, ...rest] = all.approvals as [Approval, ...Approval[]];
    const because = (change: Partial<Approval>) =>
      missingBefore('site-opened', { ...all, approvals: [{ ...ethics, ...change }, ...rest] }, 'C01');
    expect(because({ validUntil: day('2026-11-22') })).toEqual([
      { what: 'ethics', centreId: null, because: 'expired' },
    ]);
    expect(because({ validFrom: day('2026-11-24') })).toEqual([{ what: 'ethics', centreId: null, because: 'not-yet' }]);
    expect(because({ withdrawn: true })).toEqual([{ what: 'ethics', centreId: null, because: 'none' }]);
    expect(because({ validFrom: today, validUntil: today })).toEqual([]);
  });

  it('a form of consent must be in use', () => {
    const later = { ...twoArms, consent: { ...twoArms.consent, forms: [{ ...form, from: day('2026-12-01') }] } };
    expect(missingBefore('approved', { ...all, plan: later })).toEqual([
      { what: 'consent-form', centreId: null, because: 'none' },
    ]);
  });

  it('a member who has left does not count', () => {
    const left = all.members.map((one) => ({ ...one, until: day('2026-11-22') }));
    expect(missingBefore('approved', { ...all, members: left }).map((one) => one.what)).toEqual([
      'principal-investigator',
      'unblinded-statistician',
    ]);
  });
});

it('pausing and closing ask for nothing: they must always be possible', () => {
  const bare = { ...all, approvals: [], members: [] };
  for (const step of ['paused', 'closed', 'site-paused', 'site-closed'] as const)
    expect(missingBefore(step, bare, 'C01')).toEqual([]);
});

it('who knows the arms treats nobody: no order of naming lets one person have both', () => {
  for (const a of memberRoles)
    for (const b of memberRoles) {
      const treats = (role: string) => role.endsWith('investigator');
      const both = [a, b].includes('unblinded-statistician') && (treats(a) || treats(b));
      expect(rolesClash([a], b)).toBe(both);
    }
});
