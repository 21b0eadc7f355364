/** Who acts. What each role may do stands in the contracts (`permission`); which women she sees is `centres`. */
export const roles = [
  'office',
  'coordinator',
  'radiographer',
  'radiologist',
  'physicist',
  'researcher',
  'administrator',
  'participant',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** Everyone who works in the programme: not the woman, not the system. */
export const staffRoles = [
  'office',
  'coordinator',
  'radiographer',
  'radiologist',
  'physicist',
  'researcher',
  'administrator',
] as const satisfies readonly Role[];

export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  /** Breast centres whose women this actor may see; 'all' for the programme office and the system itself. */
  readonly centres: readonly string[] | 'all';
  /** Set for a participant: she sees herself only. */
  readonly personId?: string;
};

/** The programme's own hand: the clock, the planner, the outbox, the importer. */
export const system: Actor = { userId: 'system', name: 'Runde', role: 'system', centres: 'all' };
