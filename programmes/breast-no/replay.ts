/** What reading takes and costs, for the replay of protocols over history. */
import type { EffortRules } from '#core/replay/effort';

/**
 * Times: a read 30-60 s, a consensus 3-4 min for two or three radiologists (stated by the programme); the middles 45 s and 3.5 min. Prices: CONFIGURATION, no published Norwegian unit prices were found.
 */
export const replayEffort: EffortRules = {
  readSeconds: { low: 30, mid: 45, high: 60 },
  consensusMinutes: { low: 3, mid: 3.5, high: 4 },
  prices: { radiologistHour: 1500, aiResult: 20, assessment: 4000 },
  currency: 'NOK',
  source: {
    nb: 'en tyding 30–60 s og en konsensus 3–4 min for to eller tre radiologer, som programmet oppgir',
    nn: 'ei tyding 30–60 s og ein konsensus 3–4 min for to eller tre radiologar, som programmet oppgir',
    en: 'a read 30–60 s and a consensus 3–4 min for two or three radiologists, as the programme states',
  },
};
