/** Who has access in what role: what must hold of a user, and what an administrator may not do. */
import { ok, type Result, refuse } from '#core/kernel/result';
import type { staffRoles } from './access.ts';

export type StaffRole = (typeof staffRoles)[number];

/** Roles that work at one breast centre and see its women; the others work for the whole country. */
const centreRoles: readonly StaffRole[] = ['coordinator', 'radiographer', 'radiologist', 'physicist'];

export function worksAtCentre(role: StaffRole): boolean {
  return centreRoles.includes(role);
}

export type StaffUser = {
  readonly userId: string;
  readonly role: StaffRole;
  readonly centreId: string | null;
  readonly active: boolean;
};

/** Refuses with `centre-needed` and `no-centre-role`: a centre for those who work at one, none for the others. */
export function checkPlace({ role, centreId }: Pick<StaffUser, 'role' | 'centreId'>): Result<true> {
  if (worksAtCentre(role) && centreId === null)
    return refuse('centre-needed', 'This role works at a breast centre: name it');
  if (!worksAtCentre(role) && centreId !== null)
    return refuse('no-centre-role', 'This role works for the whole country and has no centre');
  return ok(true);
}

/**
 * Whether an administrator may change a user from `before` to `after`: nobody changes her own access, so that there is
 * always another who has seen it, and somebody who can give access is always left. Refuses with `own-access` and as `checkPlace`.
 */
export function mayChangeUser(by: string, before: StaffUser, after: StaffUser): Result<true> {
  const changes = before.role !== after.role || before.centreId !== after.centreId || before.active !== after.active;
  if (changes && before.userId === by) return refuse('own-access', 'Another administrator changes your own access');
  return checkPlace(after);
}
