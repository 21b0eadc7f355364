/** What a replay takes for granted. Comes with its page and not with the first one. */
type Given = { readonly count: string; readonly share: string; readonly steps: string };

export const replayAssumptions = {
  'consensus-as-decided': ({ count }: Given) => `${count} konsensusmøter er avgjort slik de ble avgjort.`,
  'unseen-recalls-cancers': ({ count, share }: Given) =>
    `${count} konsensusmøter ble aldri holdt: kreft antas etterundersøkt (${share} av intervallkreft), alt annet avvist. Slik gjør Larsen 2022.`,
  'unseen-dismissed': ({ count }: Given) =>
    `${count} konsensusmøter ble aldri holdt: alle antas å avvise, slik protokollen sier.`,
  'unseen-not-said': ({ count }: Given) =>
    `${count} konsensusmøter ble aldri holdt, og protokollen sier ikke hva som skal antas: de teller som holdt, og ingen etterundersøkes.`,
  'unseen-share': ({ count, share }: Given) =>
    `${count} konsensusmøter ble aldri holdt: ${share} antas etterundersøkt.`,
  'looks-keep-opinion': ({ count, steps }: Given) =>
    `${count} ganger ser tyderen på nytt (${steps}): hva hun da ville ment, vet ingen. Hun antas å holde på sitt.`,
  'read-lacked': ({ count }: Given) =>
    `${count} tydinger finnes ikke i historikken: de teller som tydinger og som negative.`,
  'senior-as-any': ({ steps }: Given) =>
    `Historikken vet ikke hvem som var erfaren: ${steps} er regnet som hvem som helst.`,
  'readers-saw-no-machine': ({ steps }: Given) =>
    `Protokollen viser tyderen KI-svaret (${steps}), men tydingene ble gjort uten: skårene antas uendret.`,
  'ai-lacked': ({ count }: Given) => `${count} undersøkelser har ikke svar fra produktet: protokollens utvei er brukt.`,
  held: ({ count }: Given) =>
    `${count} undersøkelser venter på en maskin som ikke har svart: verken etterundersøkt eller lukket.`,
  'recalls-new': ({ count }: Given) =>
    `${count} etterundersøkes her, men ble det ikke: hva undersøkelsen ville vist, vet ingen. De er ikke med i PPV.`,
  modality: ({ steps }: Given) => `Protokollen tar bilder med ${steps}; historikken har digital mammografi.`,
  'not-in-history': ({ steps }: Given) =>
    `Protokollen spør om ${steps}, som historikken ikke har om noen: det regnes som manglende.`,
};
