import type { WorkedProtocol } from './worked-protocol.ts';

/** Paired within the reader: one radiologist decides without, then with the machine. */
export const aiStream: WorkedProtocol = {
  protocol: {
    id: 'ai-stream',
    version: '1',
    unit: 'exam',
    paired: true,
    arms: {
      reader: {
        steps: [
          { read: 'r1', sees: ['priors'] },
          { ai: 'a', model: 'ai-stream-product', onFail: 'hold' },
          { read: 'r1b', revises: 'r1', sees: ['a.all'] },
          { end: ['pos', 'r1b'] },
        ],
      },
    },
    derived: { withoutAI: ['pos', 'r1'] },
  },
  title: { nb: 'AI-STREAM (Korea)', nn: 'AI-STREAM (Korea)', en: 'AI-STREAM (Korea)' },
  source: 'Chang 2025, Nature Communications; 140 v 123 cancers of 24,543',
  notes: {
    nb: 'Maskinen viser sine merker fra grense 10 på egen skala. Når den ikke svarer, venter saken her; det er ikke publisert.',
    nn: 'Maskina viser merka sine frå grense 10 på eigen skala. Når ho ikkje svarer, ventar saka her; det er ikkje publisert.',
    en: 'The machine shows its marks from cut-off 10 on its own scale. When it gives no answer the case waits here; that is not published.',
  },
};
