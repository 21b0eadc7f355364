/**
 * Letters: laying out alone (one and two pages), and the whole way from decided to accepted by a partner over HTTP with
 * the embedded server, and to a closed print batch.
 *   npx tsx bench/letters.ts [letters]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, day } from '#core/kernel/day';
import type { LetterKind } from '#core/messaging/message';
import { system } from '#core/people/access';
import { type Database, openDatabase } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { closePrintBatches } from '#server/messaging/close-print-batch';
import { decideMessages } from '#server/messaging/decide-message';
import { dispatchDue } from '#server/messaging/dispatch';
import { httpPartner } from '#server/messaging/http-partner';
import { momentOf, sendingHours } from '#server/messaging/moment';
import { renderLetter } from '#server/messaging/render-letter';
import { startSimulatedPartner } from '#server/messaging/simulated-partner';
import { withMigratedDatabase } from '#test/database';
import { row, seconds } from './row.ts';

const count = Number(process.argv[2] ?? 600);
const today = day('2026-11-23');

async function timed(name: string, letters: number, work: () => unknown): Promise<void> {
  const took = await seconds(work);
  row(`Letters: ${name}, ${letters} of them`, `${Math.round(letters / took)}/s`);
}

function layOut(kind: LetterKind): void {
  for (let i = 0; i < count; i++) {
    renderLetter({
      kind,
      language: 'nb',
      reference: 'K7QM2-9XAT4',
      decidedOn: today,
      content: {
        name: `Modig Furu ${i}`,
        address: [`Oppdiktet vei ${i}`, '5003 BERGEN'],
        centreName: 'Brystsenteret i Prøveby',
        centreTown: 'Prøveby',
        day: addDays(today, 21),
        at: '09:10',
        screenedOn: today,
      },
    });
  }
}

/** A centre with women who each have an appointment; every tenth is not on the portal. */
async function populate(db: Database): Promise<void> {
  await db.pool.query(`
    update programme_clock set today = '${today}';
    insert into region values ('T', 'Prøveregionen');
    insert into centre (id, name, short_name, region_id, town) values ('T1', 'Brystsenteret i Prøveby', 'Prøveby', 'T', 'Prøveby');
    insert into unit (id, name, centre_id, kind, municipality, latitude, longitude) values ('TU', 'Enhet Øst', 'T1', 'stationary', 'Prøveby', 60, 5);
    insert into person (person_id, identity_number, birth_date, sex, given_name, family_name, address, centre_id, phone, digital, status, status_on)
    select md5('w' || n)::uuid, (10000000000 + n)::text, '1970-05-17', 'female', 'Modig', 'Furu ' || n, 'Oppdiktet vei ' || n, 'T1',
      '40000000', n % 10 > 0, 'resident', '1990-01-01' from generate_series(1, ${count}) n;
    insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state)
    select person_id, md5(person_id || 'e')::uuid, 1, 'T1', '${today}', '${today}', true, 'invited' from person;
    insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status)
    select person_id, md5(person_id || 'a')::uuid, episode_id, 'T1', 'TU', '${addDays(today, 21)}', '09:10', 'ordinary', 'invited' from episode;
    analyze`);
}

await timed('laid out, one page (result)', count, () => layOut('result-normal'));
await timed('laid out, two pages (invitation)', count, () => layOut('invitation'));
await withMigratedDatabase(async (url) => {
  const db = openDatabase(url);
  const folder = await mkdtemp(join(tmpdir(), 'runde-letters-'));
  const simulated = await startSimulatedPartner({ file: join(folder, 'partner.jsonl'), seed: 1 });
  const partner = httpPartner({ digitalPostUrl: simulated.url, smsUrl: simulated.url, timeoutMs: 10_000 });
  const hours = sendingHours(today);
  await populate(db);
  const women = await db.kysely
    .selectFrom('appointment')
    .select(['person_id', 'episode_id', 'appointment_id'])
    .execute();
  const messages = women.map((woman) => ({
    personId: woman.person_id,
    episodeId: woman.episode_id,
    appointmentId: woman.appointment_id,
    kind: 'invitation' as const,
    cause: `invitation:${woman.appointment_id}`,
  }));
  const digital = count - Math.floor(count / 10);
  await timed('decided', count, () => inTransaction(db, system, (tx) => decideMessages(tx, messages)));
  await timed('sent to digital post', digital, () => dispatchDue(db, partner, hours.from));
  await timed('printed in a batch', count - digital, () =>
    closePrintBatches(db, join(folder, 'print'), momentOf(hours.to)),
  );
  await simulated.close();
  await db.close();
  await rm(folder, { recursive: true });
});
