import type { replayAssumptions as nb } from '../nb/replay-assumptions.ts';

export const replayAssumptions: typeof nb = {
  'consensus-as-decided': ({ count }) => `${count} consensus meetings are decided as they were decided.`,
  'unseen-recalls-cancers': ({ count, share }) =>
    `${count} consensus meetings were never held: cancers are taken to be recalled (${share} of interval cancers), everything else dismissed. So does Larsen 2022.`,
  'unseen-dismissed': ({ count }) =>
    `${count} consensus meetings were never held: all are taken to dismiss, as the protocol says.`,
  'unseen-not-said': ({ count }) =>
    `${count} consensus meetings were never held, and the protocol does not say what to assume: they count as held, and nobody is recalled.`,
  'unseen-share': ({ count, share }) => `${count} consensus meetings were never held: ${share} are taken to recall.`,
  'looks-keep-opinion': ({ count, steps }) =>
    `${count} times a reader looks again (${steps}): nobody knows what she would have thought. She is taken to keep her opinion.`,
  'read-lacked': ({ count }) => `${count} reads are not in the history: they count as reads, and as negative.`,
  'senior-as-any': ({ steps }) => `The history does not know who was senior: ${steps} is read as by anyone.`,
  'readers-saw-no-machine': ({ steps }) =>
    `The protocol shows the reader the machine’s result (${steps}), but the reads were made without: the scores are taken to be the same.`,
  'ai-lacked': ({ count }) => `${count} examinations have no result from the product: the protocol’s way out is taken.`,
  held: ({ count }) => `${count} examinations wait for a machine that has not answered: neither recalled nor closed.`,
  'recalls-new': ({ count }) =>
    `${count} are recalled here but were not: nobody knows what an assessment would have shown. They are not in the PPV.`,
  modality: ({ steps }) => `The protocol takes images by ${steps}; the history has digital mammography.`,
  'not-in-history': ({ steps }) =>
    `The protocol asks about ${steps}, which the history has of nobody: it counts as missing.`,
};
