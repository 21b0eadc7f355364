import { ai } from './en/ai.ts';
import { assessment } from './en/assessment.ts';
import { cancers } from './en/cancers.ts';
import { common } from './en/common.ts';
import { equipment } from './en/equipment.ts';
import { examination } from './en/examination.ts';
import { invitation } from './en/invitation.ts';
import { manual } from './en/manual.ts';
import { messaging } from './en/messaging.ts';
import { office } from './en/office.ts';
import { people } from './en/people.ts';
import { portal } from './en/portal.ts';
import { programme } from './en/programme.ts';
import { english } from '#core/protocols/words-en';
import { protocols } from './en/protocols.ts';
import { quality } from './en/quality.ts';
import { reading } from './en/reading.ts';
import { replay } from './en/replay.ts';
import { shell } from './en/shell.ts';
import { statistics } from './en/statistics.ts';
import { studies } from './en/studies.ts';
import { surveys } from './en/surveys.ts';
import type { Text } from './nb.ts';

export const en: Text = {
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
  protocolWords: english,
  replay,
  statistics,
  studies,
  surveys,
};
