/** Every worked protocol, in the order they are shown: the routine, trials, services, and the Norwegian scenarios. */
import type { Protocol } from '#core/protocols/protocol';
import { aiSecondReader } from './ai-second-reader.ts';
import { aiStream } from './ai-stream.ts';
import { aims1 } from './aims-1.ts';
import { aims4 } from './aims-4.ts';
import { aitic } from './aitic.ts';
import { bandPass } from './band-pass.ts';
import { copenhagen, copenhagenLater } from './copenhagen.ts';
import { dayRandomised } from './day-randomised.ts';
import { edith } from './edith.ts';
import { larsen2022 } from './larsen-2022.ts';
import { masai } from './masai.ts';
import { praim } from './praim.ts';
import { routine } from './routine.ts';
import { screenTrustCad } from './screen-trust-cad.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

export const workedProtocols: readonly WorkedProtocol[] = [
  routine,
  aims1,
  masai,
  screenTrustCad,
  praim,
  edith,
  aiStream,
  copenhagen,
  copenhagenLater,
  aiSecondReader,
  aitic,
  bandPass,
  dayRandomised,
  aims4,
  ...larsen2022,
];

/** One of them by its id. One that is not there is a programming error. */
export function workedProtocol(id: string, version = '1'): Protocol {
  const found = workedProtocols.find(({ protocol }) => protocol.id === id && protocol.version === version);
  if (!found) throw new Error(`There is no worked protocol ${id} ${version}`);
  return found.protocol;
}
