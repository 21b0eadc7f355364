import type { Text } from './nb.ts';
import { ai } from './nn/ai.ts';
import { assessment } from './nn/assessment.ts';
import { cancers } from './nn/cancers.ts';
import { common } from './nn/common.ts';
import { equipment } from './nn/equipment.ts';
import { examination } from './nn/examination.ts';
import { invitation } from './nn/invitation.ts';
import { manual } from './nn/manual.ts';
import { messaging } from './nn/messaging.ts';
import { office } from './nn/office.ts';
import { people } from './nn/people.ts';
import { portal } from './nn/portal.ts';
import { programme } from './nn/programme.ts';
import { protocolWords } from './nn/protocol-words.ts';
import { protocols } from './nn/protocols.ts';
import { quality } from './nn/quality.ts';
import { reading } from './nn/reading.ts';
import { replay } from './nn/replay.ts';
import { shell } from './nn/shell.ts';
import { statistics } from './nn/statistics.ts';
import { studies } from './nn/studies.ts';
import { surveys } from './nn/surveys.ts';

export const nn: Text = {
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
