import { noRoutine } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

export const routine: WorkedProtocol = {
  protocol: noRoutine,
  title: {
    nb: 'Uavhengig dobbelttyding (dagens rutine)',
    nn: 'Uavhengig dobbelttyding (rutinen i dag)',
    en: 'Independent double reading (today’s routine)',
  },
  source: 'Hofvind 2009, Radiology; kvalitetsmanualen for Mammografiprogrammet',
  notes: {
    nb: 'Hva radiolog og koordinator ser av en lukket sak, er konfigurasjon.',
    nn: 'Kva radiolog og koordinator ser av ei lukka sak, er konfigurasjon.',
    en: 'What radiologist and coordinator see of a closed case is configuration.',
  },
};
