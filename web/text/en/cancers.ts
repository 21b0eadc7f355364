import type { cancers as nb } from '../nb/cancers.ts';

export const cancers = {
  interval: 'Interval cancers',
  intervalLead:
    'Cancers diagnosed within 24 months of a negative screening round (6–24 months after a false positive), by the centre that screened.',
  diagnosedOn: 'Diagnosed',
  screenedOn: 'Screened',
  window: 'Months after',
  windows: { '0-11': '0–11', '12-23': '12–23' },
  behaviour: 'Type',
  behaviours: { dcis: 'DCIS', invasive: 'Invasive' },
  size: 'Size, mm',
  highestScore: 'Highest score',
  dismissed: 'Dismissed at consensus',
  from: 'Diagnosed from',
  to: 'Diagnosed to',
  none: 'No interval cancers in the period.',
  unnamed: 'De-identified',
} satisfies typeof nb;
