import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { form, twoArms } from '#test/study-plans';
import { type Approval, heldBy, heldSince, type InPlace, type Member, missingBefore, rolesClash } from './missing.ts';
import { type ApprovalKind, memberRoles } from './study.ts';

const today = day('2026-11-23');
const approval = (kind: ApprovalKind, centreId: string | null = null): Approval => ({
  kind,
  centreId,
  validFrom: day('2026-01-01'),
  validUntil: day('2026-12-31'),
  withdrawnOn: null,
  hasDocument: true,
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
    expect(because({ withdrawnOn: today })).toEqual([{ what: 'ethics', centreId: null, because: 'none' }]);
    expect(because({ validFrom: today, validUntil: today })).toEqual([]);
  });

  it('the ethics committee’s approval counts with its document; of a privacy assessment the reference is enough', () => {
    const approvals = all.approvals.map((one) => ({ ...one, hasDocument: false }));
    expect(missingBefore('site-opened', { ...all, approvals }, 'C01')).toEqual([
      { what: 'ethics', centreId: null, because: 'no-document' },
      { what: 'data-processor', centreId: null, because: 'no-document' },
    ]);
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

describe('a site that is open', () => {
  const [ethics, ...rest] = all.approvals as [Approval, ...Approval[]];
  const with_ = (...more: Approval[]): InPlace => ({ ...all, approvals: [...more, ...rest] });
  const held = (place: InPlace, centreId = 'C01') => [heldSince(place, centreId), heldBy(place, centreId)[0]?.what];

  it('is held from the day after an approval has ended, or from the day it was withdrawn', () => {
    expect(held(all)).toEqual([null, undefined]);
    expect(held(with_({ ...ethics, validUntil: day('2026-11-20') }))).toEqual([day('2026-11-21'), 'ethics']);
    expect(held(with_({ ...ethics, withdrawnOn: day('2026-11-19') }))).toEqual([day('2026-11-19'), 'ethics']);
    expect(held(with_({ ...ethics, withdrawnOn: day('2026-11-24') }))).toEqual([null, undefined]);
  });

  it('is not held when another approval has taken over, and is free the day a new one begins', () => {
    const old = { ...ethics, validUntil: day('2026-11-20') };
    expect(held(with_(old, { ...ethics, validFrom: day('2026-11-21') }))).toEqual([null, undefined]);
    expect(held(with_(old, { ...ethics, validFrom: day('2026-11-24') }))).toEqual([day('2026-11-21'), 'ethics']);
  });

  it('is held alone by its own privacy officer, and for the longest of what has ended', () => {
    const own = { ...approval('centre-privacy-officer', 'C01'), validUntil: day('2026-11-10') };
    const place = { ...all, approvals: [{ ...ethics, validUntil: day('2026-11-20') }, ...rest.slice(0, 2), own] };
    expect(heldSince(place, 'C01')).toBe(day('2026-11-11'));
    const local = { ...all, approvals: [ethics, ...rest.slice(0, 2), own, approval('centre-privacy-officer', 'C02')] };
    expect([heldSince(local, 'C01'), heldSince(local, 'C02')]).toEqual([day('2026-11-11'), null]);
  });
});

it('pausing and closing ask for nothing: they must always be possible', () => {
  const bare = { ...all, approvals: [], members: [] };
  for (const step of ['paused', 'closed', 'site-paused', 'site-closed'] as const)
    expect(missingBefore(step, bare, 'C01')).toEqual([]);
});

it('who knows the arms treats nobody, and the board has no other part: no order of naming lets one person have both', () => {
  for (const a of memberRoles)
    for (const b of memberRoles) {
      const treats = (role: string) => role.endsWith('investigator');
      const both = [a, b].includes('unblinded-statistician') && (treats(a) || treats(b));
      const board = a !== b && [a, b].includes('safety-board');
      expect(rolesClash([a], b)).toBe(both || board);
    }
});
