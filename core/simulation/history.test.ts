import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isWorkingDay } from '#core/invitation/calendar';
import { addDays, ageOn, type Day, day, daysBetween, yearOf } from '#core/kernel/day';
import { type DeliveryFile, type DeliveryText, deliveryFiles } from '#core/registry/delivery';
import { loadCountry } from '#server/simulation/load-country';
import type { Country } from './country.ts';
import { simulateHistory, simulateWomen } from './history.ts';
import { quotas } from './population.ts';
import { pandemicStop } from './world.ts';

type Files = { [File in DeliveryFile]: DeliveryText<File>[] };
const dataCut = day('2026-01-18');
vi.setConfig({ testTimeout: 60_000 });
const options = { seed: 7, scale: 200, years: 10, dataCut };
let country: Country;
let files: Files;

function filesOf(seed: number, scale: number, cut: Day): Files {
  const made = Object.fromEntries(Object.keys(deliveryFiles).map((name) => [name, []])) as unknown as Files;
  for (const { file, row } of simulateHistory(country, { seed, scale, years: 10, dataCut: cut })) {
    (made[file] as unknown[]).push(row);
  }
  return made;
}

beforeAll(async () => {
  country = await loadCountry();
  files = filesOf(options.seed, options.scale, dataCut);
}, 60_000);

const byKey = <Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};

describe('a simulated delivery', () => {
  it.each(Object.keys(deliveryFiles) as DeliveryFile[])('every row of %s passes the schema', (name) => {
    expect(files[name].length).toBeGreaterThan(0);
    const refused = files[name].filter((row) => !deliveryFiles[name].safeParse(row).success);
    expect(refused.slice(0, 5)).toEqual([]);
  });

  it('first examinations are as common in the first years of the files as in the last', () => {
    const persons = new Map(files.persons.map((row) => [row.identity_number, row]));
    const seen = new Set<string>();
    const years = new Map<number, { all: number; first: number }>();
    for (const x of [...files.examinations].sort((a, b) => (a.examined_on < b.examined_on ? -1 : 1))) {
      const earlier = persons.get(x.identity_number)?.earlier_screening_on;
      if (earlier) expect(earlier < x.examined_on).toBe(true);
      const year = years.get(yearOf(x.examined_on)) ?? { all: 0, first: 0 };
      year.all++;
      if (!earlier && !seen.has(x.identity_number)) year.first++;
      years.set(yearOf(x.examined_on), year);
      seen.add(x.identity_number);
    }
    const share = (from: number, to: number) => {
      const some = [...years].filter(([year]) => year >= from && year <= to).map(([, counts]) => counts);
      return some.reduce((sum, c) => sum + c.first, 0) / some.reduce((sum, c) => sum + c.all, 0);
    };
    for (let year = 2016; year <= 2025; year++) {
      expect(share(year, year), String(year)).toBeGreaterThan(0.09);
      expect(share(year, year), String(year)).toBeLessThan(0.2);
    }
    expect(Math.abs(share(2016, 2017) - share(2018, 2025))).toBeLessThan(0.03);
  });

  it('the same seed gives the same rows; another seed others', () => {
    const [once, again, other] = [3, 3, 4].map((seed) => JSON.stringify(filesOf(seed, 5000, dataCut)));
    expect(once === again).toBe(true);
    expect(once === other).toBe(false);
  });

  it('nothing impossible, for any seed and cut', () => {
    const cuts = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(day('2023-03-01'), days));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), cuts, (seed, cut) => {
        expect(impossible(filesOf(seed, 3000, cut), cut)).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('nothing impossible in one woman of two hundred', () => expect(impossible(files, dataCut)).toEqual([]));
});

describe('population', () => {
  it('equals the counts of Statistics Norway divided by the scale', () => {
    const newYear = day('2026-01-01');
    const alive = files.persons.filter((p) => p.status === 'resident' || p.status_on >= newYear);
    const expected = quotas(country, 2026, options.scale);
    const count = (by: (p: { municipality: string; age: number }) => string) => {
      const total = new Map<string, number>();
      for (const p of alive) {
        const key = by({ municipality: p.municipality, age: ageOn(p.birth_date, newYear) });
        total.set(key, (total.get(key) ?? 0) + 1);
      }
      return total;
    };
    expect(alive).toHaveLength(expected.reduce((sum, cell) => sum + cell.count, 0));
    const byMunicipality = count((p) => p.municipality);
    for (const [number, cells] of byKey(expected, (c) => c.municipality.number)) {
      expect(byMunicipality.get(number) ?? 0).toBe(cells.reduce((sum, cell) => sum + cell.count, 0));
    }
  });

  it('in full the target group is 684,010 (Statistics Norway, 1 January 2026)', () => {
    const target = quotas(country, 2026, 1).filter((c) => c.age >= 50 && c.age <= 69);
    expect(target.reduce((sum, c) => sum + c.count, 0)).toBe(684_010);
  });
});

describe('the programme in flight at the cut', () => {
  it('appointments stand open up to about five weeks ahead, and none before the cut', () => {
    const open = files.invitations.filter((i) => i.status === 'open');
    expect(open.length).toBeGreaterThan(50);
    for (const { appointment_on } of open) {
      expect(daysBetween(dataCut, appointment_on)).toBeGreaterThan(0);
      expect(daysBetween(dataCut, appointment_on)).toBeLessThan(70);
    }
  });

  it('the last days have examinations without reads, and reads without the second', () => {
    const recent = files.examinations.filter((e) => daysBetween(e.examined_on, dataCut) <= 7);
    const reads = byKey(files.reads, (r) => r.examination);
    const without = recent.filter((e) => (reads.get(e.examination)?.length ?? 0) < 2);
    expect(without.length).toBeGreaterThan(0);
    const old = files.examinations.filter(
      (e) => daysBetween(e.examined_on, dataCut) > 30 && e.result !== 'technical-recall',
    );
    const here = new Set(files.persons.filter((p) => p.status === 'resident').map((p) => p.identity_number));
    const unread = old.filter((e) => here.has(e.identity_number) && (reads.get(e.examination)?.length ?? 0) < 2);
    expect(unread).toEqual([]);
  });

  it('counts up to the whole', () => {
    const seen = [...simulateWomen(country, { ...options, scale: 5000 })];
    const last = seen.at(-1);
    expect(last?.done).toBe(last?.of);
  });
});

/** Everything in a delivery that could not have happened. */
function impossible(f: Files, cut: Day): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string, row: unknown): void => {
    if (!holds && faults.length < 20) faults.push(`${what}: ${JSON.stringify(row)}`);
  };
  const unique = <Row>(what: string, rows: readonly Row[], key: (row: Row) => string): void => {
    const seen = new Set<string>();
    for (const row of rows) must(!seen.has(key(row)) && seen.add(key(row)).size > 0, `twice: ${what}`, row);
  };
  const people = new Map(f.persons.map((p) => [p.identity_number, p]));
  unique('person', f.persons, (p) => p.identity_number);
  unique('invitation', f.invitations, (i) => i.invitation);
  unique('examination', f.examinations, (e) => e.examination);
  unique('read', f.reads, (r) => `${r.examination} ${r.sequence}`);
  unique('reader', f.reads, (r) => `${r.examination} ${r.reader}`);
  unique('consensus', f.consensus, (c) => c.examination);
  unique('assessment', f.assessments, (a) => a.assessment);
  unique('cancer', f.cancers, (c) => c.cancer);
  unique('AI result', f['ai-results'], (a) => a.examination);
  unique('appointment of a woman on a day', f.invitations, (i) => `${i.identity_number} ${i.appointment_on}`);
  unique('time at a unit', f.invitations, (i) => `${i.unit} ${i.appointment_on} ${i.appointment_at}`);
  const open = f.invitations.filter((i) => i.status === 'open');
  unique('open appointment', open, (i) => i.identity_number);

  const happens = (row: { readonly identity_number: string }, on: string | undefined): void => {
    const person = people.get(row.identity_number);
    must(person !== undefined, 'no such woman', row);
    must(!on || on <= cut, 'after the cut', row);
    must(!on || person?.status === 'resident' || on <= (person?.status_on ?? ''), 'after she died or left', row);
  };
  for (const i of f.invitations) happens(i, i.invited_on);
  for (const e of f.examinations) happens(e, e.examined_on);
  for (const r of f.reads) happens(r, r.read_on);
  for (const c of f.consensus) happens(c, c.held_on);
  for (const a of f.assessments) happens(a, a.assessed_on);
  for (const c of f.cancers) for (const on of [c.diagnosed_on, c.treated_on]) happens(c, on);
  for (const a of f['ai-results']) happens(a, a.analysed_on);

  const invitations = new Map(f.invitations.map((i) => [i.invitation, i]));
  const examinations = new Map(f.examinations.map((e) => [e.examination, e]));
  for (const e of f.examinations) {
    const i = invitations.get(e.invitation);
    must(
      i?.identity_number === e.identity_number && i.episode === e.episode && i.unit === e.unit,
      'other invitation',
      e,
    );
    must(i?.status === (e.result === 'partial' ? 'partially-screened' : 'screened'), 'examined without coming', e);
  }
  for (const row of [...f.reads, ...f.consensus, ...f.assessments, ...f['ai-results']]) {
    must(examinations.get(row.examination)?.identity_number === row.identity_number, 'another woman', row);
  }
  const reads = byKey(f.reads, (r) => r.examination);
  for (const [examination, both] of reads) {
    const e = examinations.get(examination);
    must(both.map((r) => r.sequence).join() === '1,2'.slice(0, 2 * both.length - 1), 'reads out of order', both);
    must(
      both.every((r) => r.read_on >= (e?.examined_on ?? '')),
      'read before the examination',
      both,
    );
    must(e?.result !== 'technical-recall', 'read of images that cannot be read', both);
  }
  const consensus = new Map(f.consensus.map((c) => [c.examination, c]));
  for (const c of f.consensus) {
    const both = reads.get(c.examination) ?? [];
    must(both.length === 2 && both.every((r) => r.read_on <= c.held_on), 'consensus before two reads', c);
    must(
      both.some((r) => Number(r.score_left) >= 2 || Number(r.score_right) >= 2),
      'consensus on two negatives',
      c,
    );
    must(new Set(c.members.split(';')).size === c.members.split(';').length, 'a member twice', c);
  }
  for (const a of f.assessments) must(consensus.get(a.examination)?.decision === 'recall', 'assessed, not recalled', a);

  for (const i of f.invitations) {
    const person = people.get(i.identity_number);
    const age = yearOf(i.appointment_on) - yearOf(person?.birth_date ?? i.appointment_on);
    must(i.invited_on < i.appointment_on, 'invited too late', i);
    must(isWorkingDay(i.appointment_on, country.calendar), 'closed day', i);
    must(i.appointment_on < pandemicStop.from || i.appointment_on > pandemicStop.to, 'while stopped', i);
    must(i.appointment_at >= country.opening.opensAt && i.appointment_at < country.opening.closesAt, 'closed hour', i);
    must(
      i.appointment_on > cut ? ['open', 'declined', 'cancelled'].includes(i.status) : i.status !== 'open',
      'status',
      i,
    );
    must(age >= 50 && age <= 70, `aged ${age}`, i);
    must(i.status !== 'open' || person?.status === 'resident', 'open for one who is gone', i);
  }
  for (const [, offers] of byKey(f.invitations, (i) => i.episode)) {
    const first = offers[0];
    must(
      first?.kind === 'ordinary' && offers.every((o) => o.identity_number === first.identity_number),
      'episode',
      offers,
    );
    must(offers.filter((o) => o.kind === 'reminder').length <= 1, 'two reminders', offers);
    must(
      offers.slice(0, -1).every((o) => o.status === 'cancelled' || o.status === 'did-not-attend'),
      'went on',
      offers,
    );
  }
  return faults;
}
