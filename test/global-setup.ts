import { startTestServer } from './test-server.ts';

/** One server for the whole run; test files find it by these variables (see test/database.ts). */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startTestServer();
  process.env.RUNDE_TEST_SERVER = server.url;
  process.env.RUNDE_TEST_TEMPLATE = server.template;
  process.env.RUNDE_TEST_FOLDER = server.folder;
  return server.stop;
}
