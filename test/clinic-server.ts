/** The small clinic with its staff behind a real server, for journeys in the browser. */
import { servePages } from './page-server.ts';
import { makeClinic } from './clinic.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export type ClinicServer = { readonly db: TestDatabase; readonly url: string; stop(): Promise<void> };

/** Centre C06 with Ragna and Rut (radiographers), Klara (coordinator), Liv (radiologist) and Fredrik (physicist). */
export async function serveClinic(): Promise<ClinicServer> {
  const db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(`insert into staff_user (id, name, role, centre_id) values
    ('R-C06-1', 'Ragna', 'radiographer', 'C06'), ('R-C06-2', 'Rut', 'radiographer', 'C06'), ('K-C06-1', 'Klara', 'coordinator', 'C06'),
    ('L-C06-1', 'Liv', 'radiologist', 'C06'), ('FY-C06-1', 'Fredrik', 'physicist', 'C06')`);
  const { url, stop } = await servePages(db);
  return {
    db,
    url,
    stop: async () => {
      stop();
      await db.drop();
    },
  };
}
