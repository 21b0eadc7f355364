import type { replayAssumptions as nb } from '../nb/replay-assumptions.ts';

export const replayAssumptions: typeof nb = {
  'consensus-as-decided': ({ count }) => `${count} konsensusmøte er avgjorde slik dei vart avgjorde.`,
  'unseen-recalls-cancers': ({ count, share }) =>
    `${count} konsensusmøte vart aldri haldne: vi går ut frå at kreft blir etterundersøkt (${share} av intervallkreft), alt anna avvist. Slik gjer Larsen 2022.`,
  'unseen-dismissed': ({ count }) =>
    `${count} konsensusmøte vart aldri haldne: vi går ut frå at alle avviser, slik protokollen seier.`,
  'unseen-not-said': ({ count }) =>
    `${count} konsensusmøte vart aldri haldne, og protokollen seier ikkje kva ein skal gå ut frå: dei tel som haldne, og ingen blir etterundersøkte.`,
  'unseen-share': ({ count, share }) =>
    `${count} konsensusmøte vart aldri haldne: vi går ut frå at ${share} blir etterundersøkte.`,
  'looks-keep-opinion': ({ count, steps }) =>
    `${count} gonger ser tydaren på nytt (${steps}): kva ho då ville meint, veit ingen. Vi går ut frå at ho held på sitt.`,
  'read-lacked': ({ count }) => `${count} tydingar finst ikkje i historikken: dei tel som tydingar og som negative.`,
  'senior-as-any': ({ steps }) => `Historikken veit ikkje kven som var røynd: ${steps} er rekna som kven som helst.`,
  'readers-saw-no-machine': ({ steps }) =>
    `Protokollen viser tydaren KI-svaret (${steps}), men tydingane vart gjorde utan: vi går ut frå at skårane er uendra.`,
  'ai-lacked': ({ count }) => `${count} undersøkingar har ikkje svar frå produktet: utvegen i protokollen er brukt.`,
  held: ({ count }) =>
    `${count} undersøkingar ventar på ei maskin som ikkje har svart: korkje etterundersøkte eller lukka.`,
  'recalls-new': ({ count }) =>
    `${count} blir etterundersøkte her, men vart det ikkje: kva undersøkinga ville vist, veit ingen. Dei er ikkje med i PPV.`,
  modality: ({ steps }) => `Protokollen tek bilete med ${steps}; historikken har digital mammografi.`,
  'not-in-history': ({ steps }) =>
    `Protokollen spør om ${steps}, som historikken ikkje har om nokon: det blir rekna som manglande.`,
};
