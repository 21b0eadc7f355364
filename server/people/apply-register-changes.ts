import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import {
  type RegisterChange,
  type RegisterRow,
  registerChange,
  type RegisterEventKind,
} from '#core/people/register-change';
import type { Tx } from '#server/db/transaction';
import { withdrawDeceased } from './withdraw-deceased.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

/** How many persons already known each event happened to, and how many open rounds were withdrawn. */
export type RegisterCounts = {
  readonly events: Readonly<Partial<Record<RegisterEventKind, number>>>;
  readonly withdrawn: number;
};

type Pair = {
  readonly person_id: string;
  readonly before: RegisterRow;
  readonly after: RegisterRow;
  readonly reported_on: Day;
};
type EventRow = { person_id: string; event_id: string; happened_on: Day; kind: string; detail: unknown };

/**
 * Brings the persons of a delivery who are already known in step with it: row, register events, centre of a new address,
 * and withdrawal of the open round of those who died or left. Reads the importer's staging tables; stops and
 * reservations already entered here are never taken away by a delivery.
 */
export async function applyRegisterChanges(tx: Tx, delivery: string): Promise<RegisterCounts> {
  const { rows } = await sql<Pair>`
    select p.person_id, ${view('p', 'p.centre_id')} as before, ${view('s', 'm.centre_id')} as after, d.data_cut as reported_on
    from stage_person n
    join stage_persons s using (line)
    join person p using (person_id)
    join municipality m on m.id = s.municipality
    cross join stage_delivery d
    where p.kind = 'known' and (p.identity_number, p.birth_date, p.sex, p.given_name, p.family_name, p.address, p.postal_code,
        p.municipality, p.status, p.status_on)
      is distinct from (s.identity_number, s.birth_date, s.sex, s.given_name, s.family_name, s.address, s.postal_code,
        s.municipality, s.status, s.status_on)
    order by p.person_id`.execute(tx.q);
  const changes = rows.map((row) => ({ ...row, change: registerChange(row.before, row.after, row.reported_on) }));
  await updatePersons(tx);
  const events = changes.flatMap(({ person_id, change }) => eventRows(person_id, change, delivery));
  await insertEvents(tx, events);
  let withdrawn = 0;
  for (const { person_id: personId, change } of changes) {
    if (change.events.length === 0) continue;
    tx.record('person.register-change', personId, { events: change.events.map((e) => e.kind) });
    if (change.withdraw === 'any-open-round' && (await withdrawDeceased(tx, personId))) withdrawn += 1;
    if (change.withdraw === 'open-invitation' && (await withdrawInvitation(tx, { personId, reason: 'emigrated' })))
      withdrawn += 1;
  }
  return { events: counted(events), withdrawn };
}

function view(table: string, centre: string) {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`jsonb_build_object('identityNumber', ${column('identity_number')}, 'birthDate', ${column('birth_date')}, 'sex', ${column('sex')},
    'givenName', ${column('given_name')}, 'familyName', ${column('family_name')}, 'address', ${column('address')},
    'postalCode', ${column('postal_code')}, 'municipality', ${column('municipality')}, 'centreId', ${sql.ref(centre)},
    'status', ${column('status')}, 'statusOn', ${column('status_on')})`;
}

/** Contact details change without an event; a row that says the same is not written. */
async function updatePersons(tx: Tx): Promise<void> {
  await sql`
    update person p set identity_number = s.identity_number, birth_date = s.birth_date, sex = s.sex, given_name = s.given_name,
      family_name = s.family_name, address = s.address, postal_code = s.postal_code, municipality = s.municipality,
      centre_id = m.centre_id, country_of_birth = s.country_of_birth, phone = s.phone, digital = s.digital, language = s.language,
      status = s.status, status_on = s.status_on, version = p.version + 1
    from stage_person n join stage_persons s using (line) join municipality m on m.id = s.municipality
    where p.person_id = n.person_id and p.kind = 'known'
      and (p.identity_number, p.birth_date, p.sex, p.given_name, p.family_name, p.address, p.postal_code, p.municipality, p.centre_id,
        p.country_of_birth, p.phone, p.digital, p.language, p.status, p.status_on)
      is distinct from (s.identity_number, s.birth_date, s.sex, s.given_name, s.family_name, s.address, s.postal_code, s.municipality,
        m.centre_id, s.country_of_birth, s.phone, s.digital, s.language, s.status, s.status_on)`.execute(tx.q);
  await sql`
    update identity_number i set current = false
    from stage_person n
    where i.person_id = n.person_id and i.current and i.identity_number <> n.identity_number`.execute(tx.q);
}

function eventRows(personId: string, change: RegisterChange, delivery: string): EventRow[] {
  return change.events.map((event) => ({
    person_id: personId,
    event_id: randomUUID(),
    happened_on: event.on,
    kind: event.kind,
    detail: { ...event.detail, delivery },
  }));
}

async function insertEvents(tx: Tx, events: readonly EventRow[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into person_event (person_id, event_id, happened_on, kind, detail)
    select person_id, event_id, happened_on, kind, detail from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as e (person_id uuid, event_id uuid, happened_on date, kind text, detail jsonb)`.execute(tx.q);
}

function counted(events: readonly EventRow[]): RegisterCounts['events'] {
  const counts: Record<string, number> = {};
  for (const { kind } of events) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
