import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Role, staffRoles } from '#core/people/access';
import { sightOf } from './sight.ts';
import { type MemberRole, memberRoles } from './study.ts';

const sites = ['C01', 'C02'];
const national: readonly Role[] = ['office', 'researcher', 'administrator'];
const actor = (role: Role, centre = 'C01') => ({
  role,
  centres: national.includes(role) ? ('all' as const) : [centre],
});
const held = fc.subarray([...memberRoles]);
const role = fc.constantFrom(...staffRoles);

describe('who sees what of a study', () => {
  it('arms are for the unblinded statistician alone, whatever else anyone is', () => {
    fc.assert(
      fc.property(role, held, (who, roles) => {
        const sight = sightOf(actor(who), roles, sites);
        expect(sight.arms).toBe(roles.includes('unblinded-statistician'));
        expect(sight.reveals === 'each').toBe(sight.arms);
      }),
    );
  });

  it('the board reads its reports as the charter says, and nothing else by arm', () => {
    for (const charter of ['by-arm', 'pooled'] as const) {
      const sight = sightOf(actor('researcher'), ['safety-board'], sites, charter);
      expect(sight).toMatchObject({
        board: charter,
        arms: false,
        reveals: 'counts',
        enters: false,
        plans: false,
        centres: 'all',
      });
      expect(sightOf(actor('office'), [], sites, charter).board).toBeNull();
    }
  });

  it('who works nationally without a role sees no count; the office sees all sites', () => {
    const without = (who: Role) => sightOf(actor(who), [], sites).centres;
    expect(national.map(without)).toEqual(['all', 'none', 'none']);
    const roles: readonly MemberRole[] = [
      'monitor',
      'unblinded-statistician',
      'principal-investigator',
      'safety-board',
    ];
    for (const one of roles) expect(sightOf(actor('researcher'), [one], sites).centres).toBe('all');
  });

  it('a site sees its own women, and another centre none', () => {
    expect(sightOf(actor('coordinator'), [], sites).centres).toEqual(['C01']);
    expect(sightOf(actor('radiologist'), ['site-investigator'], sites).centres).toEqual(['C01']);
    expect(sightOf(actor('coordinator', 'C09'), [], sites).centres).toBe('none');
  });
});
