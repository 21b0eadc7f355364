import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { addDays, type Day, dayFromNumber, dayNumber, weekday } from '#core/kernel/day';
import { streamOfDay } from '#core/simulation/life';
import { pathologyOf } from '#core/simulation/pathology';
import type { DeliveryFile, DeliveryText, Manifest } from '#core/registry/delivery';
import { importDelivery } from '#server/registry/import-delivery';
import { csvFile } from './csv-file.ts';
import type { Play } from './play.ts';
import { streams } from './play-answers.ts';
import { presentLife, treatedSql } from './synthetic-woman.ts';

type Registered = DeliveryText<'persons'> & { readonly treated: boolean };

/**
 * Each Monday the registers deliver what has happened since: the population register deaths and emigration, the cancer
 * registry the cancers that were found, in the programme or by symptoms. They come as any delivery comes.
 */
export async function playRegisters(play: Play): Promise<number> {
  if (weekday(play.today) !== 1) return 0;
  const cut = addDays(play.today, -1);
  const women = await registeredWomen(play);
  const population = { persons: women.flatMap((woman) => changes(play, woman, cut)) };
  const cancers = {
    cancers: [
      ...(await foundInTheProgramme(play, cut)),
      ...women.flatMap((woman) => foundBySymptoms(play, woman, cut)),
    ],
  };
  return (
    (await deliver(play, 'population-register', cut, population)) +
    (await deliver(play, 'cancer-registry', cut, cancers))
  );
}

async function registeredWomen(play: Play): Promise<readonly Registered[]> {
  const { rows } = await sql<Registered>`
    select p.identity_number, '' as former_identity_number, p.birth_date::text, p.sex, p.given_name, p.family_name,
      coalesce(p.address, '') as address, p.postal_code, p.municipality, p.country_of_birth, coalesce(p.phone, '') as phone,
      p.digital::int::text as digital, p.language, p.status, p.status_on::text,
      coalesce((select max(from_day)::text from invitation_stop s where s.person_id = p.person_id and s.lifted_on is null), '') as invitation_stop_on,
      coalesce((select max(from_day)::text from storage_reservation s where s.person_id = p.person_id and s.lifted_on is null), '') as storage_reservation_on,
      '' as earlier_screening_on, ${treatedSql} as treated
    from person p where p.kind = 'known' and p.status = 'resident' order by p.identity_number`.execute(play.db.kysely);
  return rows;
}

function lifeOfRegistered(play: Play, { identity_number, birth_date, treated }: Registered) {
  return presentLife(play.demo.seed, { identityNumber: identity_number, birthDate: birth_date as Day, treated });
}

function changes(play: Play, woman: Registered, cut: Day): DeliveryText<'persons'>[] {
  const life = lifeOfRegistered(play, woman);
  const goneOn = Math.min(life.diesOn, life.emigratesOn);
  if (goneOn > dayNumber(cut)) return [];
  const { treated: _, ...row } = woman;
  return [{ ...row, status: life.diesOn <= life.emigratesOn ? 'dead' : 'emigrated', status_on: dayFromNumber(goneOn) }];
}

/** A tumour that gave symptoms in the last four weeks: older ones came with the history. */
function foundBySymptoms(play: Play, woman: Registered, cut: Day): DeliveryText<'cancers'>[] {
  if (woman.treated) return [];
  const life = lifeOfRegistered(play, woman);
  const last = dayNumber(cut);
  const tumour = life.tumours.find((t) => Math.floor(t.symptomsOn) <= last && Math.floor(t.symptomsOn) > last - 28);
  if (!tumour) return [];
  const day = Math.floor(tumour.symptomsOn);
  const { sizeMm, grade, ...found } = pathologyOf(tumour, day, streamOfDay(life, day, streams.pathology));
  const diagnosed_on = dayFromNumber(day);
  const row = {
    identity_number: woman.identity_number,
    diagnosed_on,
    surgery: 'unknown' as const,
    size_mm: String(sizeMm),
    grade: String(grade),
    treated_on: '' as const,
  };
  return [{ ...found, ...row, cancer: `S${woman.identity_number}` }];
}

async function foundInTheProgramme(play: Play, cut: Day): Promise<DeliveryText<'cancers'>[]> {
  const { rows } = await sql<DeliveryText<'cancers'>>`
    select distinct on (p.identity_number) 'P' || p.identity_number || '-' || e.number as cancer, p.identity_number,
      x.reported_on::text as diagnosed_on, x.side, x.conclusion as behaviour,
      coalesce(x.histology, case when x.conclusion = 'dcis' then 'dcis' else 'other' end) as histology,
      coalesce(x.size_mm::text, '') as size_mm, coalesce(x.grade::text, '') as grade, coalesce(x.nodes, 'unknown') as nodes,
      coalesce(x.er, 'unknown') as er, coalesce(x.pr, 'unknown') as pr, coalesce(x.her2, 'unknown') as her2,
      'unknown' as surgery, '' as treated_on
    from pathology x
    join episode e on e.person_id = x.person_id and e.episode_id = x.episode_id and e.outcome = 'cancer'
    join person p on p.person_id = x.person_id and p.kind = 'known'
    where x.conclusion in ('dcis', 'invasive') and x.reported_on <= ${cut}
      and not exists (select from cancer c where c.person_id = x.person_id)
    order by p.identity_number, x.reported_on`.execute(play.db.kysely);
  return rows;
}

/** Writes the rows as a delivery folder and takes it in; one that was taken in before a crash is not made again. */
async function deliver(
  play: Play,
  sender: string,
  cut: Day,
  files: { readonly [File in DeliveryFile]?: readonly DeliveryText<File>[] },
): Promise<number> {
  const delivery = `${sender}-${cut}`;
  const rows = Object.values(files).flat().length;
  const earlier = await play.db.kysely
    .selectFrom('delivery')
    .select('name')
    .where('name', '=', delivery)
    .executeTakeFirst();
  if (earlier || rows === 0) return 0;
  const dir = join(play.config.dataDir, 'deliveries', delivery);
  await mkdir(dir, { recursive: true });
  const entries: Manifest['files'][number][] = [];
  for (const [name, list] of Object.entries(files)) {
    const file = csvFile(dir, name as DeliveryFile);
    for (const row of list) file.add(row as Record<string, string>);
    entries.push(await file.close());
  }
  const manifest: Manifest = { format: 'runde-delivery/1', sender, delivery, data_cut: cut, files: entries };
  await writeFile(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const outcome = await importDelivery(play.db, dir);
  if (outcome.kind === 'refused')
    throw new Error(`the delivery ${delivery} was refused: ${JSON.stringify(outcome.report).slice(0, 2000)}`);
  return rows;
}
