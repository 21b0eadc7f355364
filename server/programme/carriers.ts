import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messagingRules } from '#programmes/breast-no/messaging';
import { httpPartner } from '#server/messaging/http-partner';
import type { Partner } from '#server/messaging/partner';
import { startSimulatedPartner } from '#server/messaging/simulated-partner';

/** How the simulated carriers of letters and SMS behave in the demo. All configuration. */
const behaviour = { seed: 1, notOnPortal: 0.02, unavailable: 0.005, neverOpened: 0.1 } as const;

export type Carriers = { readonly partner: Partner; stop(): Promise<void> };

/**
 * The demo's simulated carriers of letters and SMS: started here, or joined when another process of the same data folder
 * (the web server, beside `runde day`) has them already, so that one carrier counts all that is sent.
 */
export async function openCarriers(dataDir: string): Promise<Carriers> {
  await mkdir(dataDir, { recursive: true });
  const addressFile = join(dataDir, 'carriers.url');
  const running = await readFile(addressFile, 'utf8').catch(() => '');
  if (running && (await answers(running))) return { partner: partnerAt(running), stop: async () => {} };
  const carrier = await startSimulatedPartner({ ...behaviour, file: join(dataDir, 'carriers.jsonl') });
  await writeFile(addressFile, carrier.url);
  const stop = async () => {
    await rm(addressFile, { force: true });
    await carrier.close();
  };
  return { partner: partnerAt(carrier.url), stop };
}

function partnerAt(url: string): Partner {
  return httpPartner({ digitalPostUrl: url, smsUrl: url, timeoutMs: messagingRules.timeoutMs });
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/opened?day=2000-01-01`, { signal: AbortSignal.timeout(2000) }).catch(
    () => undefined,
  );
  return response?.ok === true && Array.isArray(((await response.json()) as { opened?: unknown }).opened);
}
