import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { addDays, type Day, day } from '#core/kernel/day';
import { system } from '#core/people/access';
import { type StaffMember, staffOf } from '#core/simulation/staff';
import { currentProtocol } from '#programmes/breast-no/reading';
import { centreOfMunicipality, centres, regions } from '#programmes/norway/centres';
import { openingHours, units } from '#programmes/norway/units';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { loadCountry } from '#server/simulation/load-country';

/** Years for which the mobile units' tours are written out. Configuration. */
const TOUR_YEARS = { from: 2014, to: 2036 } as const;
/** A centre's first readers are its seniors. Configuration. */
const SENIORS = 2;

/**
 * Geography, organisation, units with hours and tours, the reading protocol and the invented staff, from programmes/ and
 * data/geography. May be run again: rows that are there are brought in step with the files, except what is set in the
 * programme itself (pauses, opening hours, staff).
 */
export async function loadReference(db: Database): Promise<void> {
  const staff = staffOf(await loadCountry());
  await inTransaction(db, system, async (tx) => {
    await insert(tx, 'region', regions, 'id text, name text', 'id, name', 'update set name = excluded.name');
    await loadCentres(tx);
    await loadGeography(tx);
    await loadUnits(tx);
    await loadStaff(tx, staff);
    const approved = await approveProtocol(tx, currentProtocol.protocol);
    if (!approved.ok) throw new Error(approved.refusal.what);
  });
}

/** One statement for all rows: `columns` types the JSON members, `select` orders them as the table's first columns. */
async function insert(
  tx: Tx,
  table: string,
  rows: readonly object[],
  columns: string,
  select: string,
  conflict: string,
  into = select,
) {
  await sql`
    insert into ${sql.raw(table)} (${sql.raw(into)})
    select ${sql.raw(select)} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${sql.raw(columns)})
    on conflict ${sql.raw(conflict.startsWith('update') ? '(id) do ' : '')}${sql.raw(conflict)}`.execute(tx.q);
}

async function loadCentres(tx: Tx): Promise<void> {
  const rows = centres.map(({ id, name, shortName, regionId, town }) => ({
    id,
    name,
    short_name: shortName,
    region_id: regionId,
    town,
  }));
  const columns = 'id text, name text, short_name text, region_id text, town text';
  const names = 'id, name, short_name, region_id, town';
  await insert(
    tx,
    'centre',
    rows,
    columns,
    names,
    'update set name = excluded.name, short_name = excluded.short_name, town = excluded.town',
  );
}

type Municipality = { number: string; name: string; county_name: string; written_norm: string };
type PostalCode = { code: string; place: string; municipality: string; lat: string; lon: string };

async function loadGeography(tx: Tx): Promise<void> {
  const municipalities = readCsv<Municipality>('municipalities').map((m) => {
    const centre_id = centreOfMunicipality(m.number);
    if (!centre_id)
      throw new Error(`municipality ${m.number} ${m.name} has no breast centre in programmes/norway/centres.ts`);
    return { id: m.number, name: m.name, county: m.county_name, centre_id, norm: m.written_norm };
  });
  const columns = 'id text, name text, county text, centre_id text, norm text';
  const update =
    'update set name = excluded.name, county = excluded.county, centre_id = excluded.centre_id, norm = excluded.norm';
  await insert(tx, 'municipality', municipalities, columns, 'id, name, county, centre_id, norm', update);
  const codes = readCsv<PostalCode>('postal_codes').map(({ code, place, municipality, lat, lon }) => ({
    code,
    place,
    municipality,
    latitude: lat === '' ? null : Number(lat),
    longitude: lon === '' ? null : Number(lon),
  }));
  const typed = 'code text, place text, municipality text, latitude float8, longitude float8';
  const keep =
    '(code) do update set place = excluded.place, municipality = excluded.municipality, latitude = excluded.latitude, longitude = excluded.longitude';
  await insert(tx, 'postal_code', codes, typed, 'code, place, municipality, latitude, longitude', keep);
}

async function loadUnits(tx: Tx): Promise<void> {
  const rows = units.map((u) => ({ ...u, centre_id: u.centreId, latitude: u.lat, longitude: u.lon }));
  const columns = 'id text, name text, centre_id text, kind text, municipality text, latitude float8, longitude float8';
  const update = 'update set name = excluded.name, latitude = excluded.latitude, longitude = excluded.longitude';
  await insert(tx, 'unit', rows, columns, 'id, name, centre_id, kind, municipality, latitude, longitude', update);
  const hours = units.flatMap((unit) =>
    openingHours.weekdays.map((weekday) => ({
      unit_id: unit.id,
      weekday,
      opens_at: openingHours.opensAt,
      closes_at: openingHours.closesAt,
      slot_minutes: openingHours.slotMinutes,
      places: openingHours.places,
    })),
  );
  const hourColumns =
    'unit_id text, weekday smallint, opens_at time, closes_at time, slot_minutes smallint, places smallint';
  await insert(
    tx,
    'unit_hours',
    hours,
    hourColumns,
    'unit_id, weekday, opens_at, closes_at, slot_minutes, places',
    'do nothing',
  );
  const stops = units.flatMap((unit) =>
    unit.stops.flatMap((stop) => yearsOfTour().map((year) => visit(unit.id, stop, year))),
  );
  const stopColumns =
    'unit_id text, starts_on date, ends_on date, place text, municipality text, latitude float8, longitude float8';
  await insert(
    tx,
    'unit_stop',
    stops,
    stopColumns,
    'unit_id, starts_on, ends_on, place, municipality, latitude, longitude',
    'do nothing',
  );
}

type Stop = (typeof units)[number]['stops'][number];

/** Week 1 starts on 1 January (programmes/norway/units.ts). */
function visit(unitId: string, stop: Stop, year: number) {
  const newYear: Day = day(`${year}-01-01`);
  const { place, municipality, lat, lon, fromWeek, toWeek } = stop;
  const [starts_on, ends_on] = [addDays(newYear, 7 * (fromWeek - 1)), addDays(newYear, 7 * toWeek - 1)];
  return { unit_id: unitId, starts_on, ends_on, place, municipality, latitude: lat, longitude: lon };
}

function yearsOfTour(): number[] {
  return Array.from({ length: TOUR_YEARS.to - TOUR_YEARS.from + 1 }, (_, i) => TOUR_YEARS.from + i);
}

async function loadStaff(tx: Tx, staff: readonly StaffMember[]): Promise<void> {
  const rows = staff.map(({ id, name, role, centreId }) => ({
    id,
    name,
    role: role === 'programme-office' ? 'office' : role,
    centre_id: centreId,
    senior: role === 'radiologist' && Number(id.split('-').at(-1)) <= SENIORS,
  }));
  const columns = 'id text, name text, role text, centre_id text, senior boolean';
  await insert(tx, 'staff_user', rows, columns, 'id, name, role, centre_id, senior', 'do nothing');
}

function readCsv<Row>(name: string): Row[] {
  const path = new URL(`../../data/geography/${name}.csv`, import.meta.url);
  return parse(readFileSync(path), { columns: true, skip_empty_lines: true, bom: true }) as Row[];
}
