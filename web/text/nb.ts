/** The master catalogue. Each area writes its own file in nb/ and the same shape in en/; a missing text does not compile. */
import { ai } from './nb/ai.ts';
import { assessment } from './nb/assessment.ts';
import { cancers } from './nb/cancers.ts';
import { common } from './nb/common.ts';
import { equipment } from './nb/equipment.ts';
import { examination } from './nb/examination.ts';
import { invitation } from './nb/invitation.ts';
import { manual } from './nb/manual.ts';
import { messaging } from './nb/messaging.ts';
import { office } from './nb/office.ts';
import { people } from './nb/people.ts';
import { portal } from './nb/portal.ts';
import { programme } from './nb/programme.ts';
import { protocolWords } from './nb/protocol-words.ts';
import { protocols } from './nb/protocols.ts';
import { quality } from './nb/quality.ts';
import { reading } from './nb/reading.ts';
import { replay } from './nb/replay.ts';
import { shell } from './nb/shell.ts';
import { statistics } from './nb/statistics.ts';
import { studies } from './nb/studies.ts';
import { surveys } from './nb/surveys.ts';

export const nb = {
  common,
  shell,
  programme,
  people,
  invitation,
  office,
  messaging,
  examination,
  equipment,
  reading,
  ai,
  assessment,
  cancers,
  quality,
  manual,
  portal,
  protocols,
  protocolWords,
  replay,
  statistics,
  studies,
  surveys,
};

/**
 * Every text of the staff application: strings, or small functions of what goes into them. The woman's pages have theirs
 * beside it (text-of.ts), so that no workplace fetches what only the server writes.
 */
export type Text = typeof nb;
