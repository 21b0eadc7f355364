/**
 * What the population register reports about a person who is already known: her row as it stands here beside the row that
 * was delivered, and the events that lie between them. Times of moves are not in the register's row, so they carry the
 * day on which the delivery was complete.
 */
import type { Day } from '#core/kernel/day';

export type RegisterRow = {
  readonly identityNumber: string;
  readonly birthDate: Day;
  readonly sex: 'female' | 'male' | 'unknown';
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string;
  readonly postalCode: string;
  readonly municipality: string;
  readonly centreId: string;
  readonly status: 'resident' | 'emigrated' | 'dead';
  readonly statusOn: Day;
};

export const registerEventKinds = [
  'registered',
  'move',
  'death',
  'emigration',
  'return',
  'revived',
  'correction',
] as const;
export type RegisterEventKind = (typeof registerEventKinds)[number];

export type RegisterEvent = {
  readonly kind: RegisterEventKind;
  readonly on: Day;
  /** Never a name, address or number: those stand in the person's row, and the timeline is read by many. */
  readonly detail: Readonly<Record<string, string>>;
};

export type RegisterChange = {
  readonly events: readonly RegisterEvent[];
  /** What follows for her open round: a death ends it wherever it is, leaving the country only while she is invited. */
  readonly withdraw: 'any-open-round' | 'open-invitation' | 'nothing';
};

const corrected = [
  'identityNumber',
  'birthDate',
  'sex',
  'givenName',
  'familyName',
] as const satisfies readonly (keyof RegisterRow)[];

/** The events between two views of a person, in the order in which they are told; none when the rows say the same. */
export function registerChange(before: RegisterRow, after: RegisterRow, reportedOn: Day): RegisterChange {
  const events: RegisterEvent[] = [];
  const what = corrected.filter((field) => before[field] !== after[field]);
  if (what.length > 0) events.push({ kind: 'correction', on: reportedOn, detail: { what: what.join(' ') } });
  if (
    before.address !== after.address ||
    before.postalCode !== after.postalCode ||
    before.municipality !== after.municipality
  ) {
    events.push({ kind: 'move', on: reportedOn, detail: moved(before, after) });
  }
  const status = statusEvent(before, after);
  if (status) events.push(status);
  return { events, withdraw: withdrawal(status) };
}

function moved(before: RegisterRow, after: RegisterRow): Readonly<Record<string, string>> {
  if (before.municipality === after.municipality) return {};
  const places = { fromMunicipality: before.municipality, toMunicipality: after.municipality };
  return before.centreId === after.centreId
    ? places
    : { ...places, fromCentre: before.centreId, toCentre: after.centreId };
}

function statusEvent(before: RegisterRow, after: RegisterRow): RegisterEvent | undefined {
  if (before.status === after.status) return undefined;
  const kind: Readonly<Record<RegisterRow['status'], RegisterEventKind>> = {
    dead: 'death',
    emigrated: 'emigration',
    resident: before.status === 'dead' ? 'revived' : 'return',
  };
  return { kind: kind[after.status], on: after.statusOn, detail: {} };
}

function withdrawal(status: RegisterEvent | undefined): RegisterChange['withdraw'] {
  if (status?.kind === 'death') return 'any-open-round';
  return status?.kind === 'emigration' ? 'open-invitation' : 'nothing';
}
