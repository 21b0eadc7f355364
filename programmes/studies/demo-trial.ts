/**
 * The demo country's trial: invented, and made like AIMS Norway (NCT06032390): women are drawn one to one after signed consent,
 * implants are excluded, the images of all are analysed, the protocol is programmes/protocols/aims-1.ts. The number is a
 * twentieth of 140,000, as the demo country is of the real one. Margin, looks, strata and block sizes are ours: none is published.
 */
import type { Day } from '#core/kernel/day';
import { bindModels } from '#core/protocols/bind-models';
import { monthsFrom, shareEvenly } from '#core/studies/planned-table';
import type { StudyPlan } from '#core/studies/study';
import { aims1 } from '#programmes/protocols/aims-1';

/** Sites, and how many days after the demo's first day each opens: first the west, then the middle; the north waits. Configuration. */
export const demoTrialSites: Readonly<Record<string, number | null>> = {
  C06: 0,
  C08: 0,
  C05: 0,
  C07: 0,
  C03: 7,
  C04: 14,
  C01: null,
  C02: null,
};

/** Share of those asked who say yes (Mammografiprogrammet, October 2025). */
export const demoConsentShare = 0.79;

const WOMEN = 7000;
const MONTHS = 24;

export function demoTrial(today: Day, centres: readonly string[]): StudyPlan {
  const sites = Object.keys(demoTrialSites).filter((site) => centres.includes(site));
  const months = monthsFrom(today.slice(0, 7), MONTHS);
  return {
    id: 'demo-trial',
    version: '1',
    title: {
      nb: 'Demostudien: KI og én eller to tydere',
      nn: 'Demostudien: KI og éin eller to tydarar',
      en: 'The demo trial: AI and one or two readers',
    },
    purpose: {
      nb: 'Finner programmet like mye kreft når kunstig intelligens avgjør om én eller to radiologer tyder bildene? En oppdiktet studie, laget etter AIMS i Norge.',
      nn: 'Finn programmet like mykje kreft når kunstig intelligens avgjer om éin eller to radiologar tyder bileta? Ein oppdikta studie, laga etter AIMS i Noreg.',
      en: 'Does the programme find as much cancer when artificial intelligence decides whether one or two radiologists read the images? An invented study, made like AIMS in Norway.',
    },
    sponsor: 'Runde demo',
    registration: null,
    invented: true,
    changes: null,
    protocol: { ...bindModels(aims1.protocol, { transpara: 'demo-ai' }), id: 'demo-trial' },
    control: 'control',
    armNames: {
      control: { nb: 'To tydere, som i dag', nn: 'To tydarar, som i dag', en: 'Two readers, as today' },
      ai: {
        nb: 'KI avgjør om det er én eller to',
        nn: 'KI avgjer om det er éin eller to',
        en: 'AI decides one or two',
      },
    },
    unit: 'woman',
    allocation: { method: 'blocks', sizes: [4, 6, 8], strata: ['centre', 'round', { ageFrom: [50, 60] }] },
    series: 1,
    eligibility: {
      version: '1',
      criteria: [
        {
          id: 'age',
          words: { nb: 'Fylt 50 år', nn: 'Fylt 50 år', en: 'At least 50 years old' },
          item: 'age',
          is: 'at-least',
          value: 50,
        },
        {
          id: 'implants',
          words: { nb: 'Ingen brystimplantater', nn: 'Ingen brystimplantat', en: 'No breast implants' },
          item: 'implants',
          is: 'one-of',
          value: [false],
        },
        {
          id: 'modality',
          words: { nb: 'Vanlige digitale bilder', nn: 'Vanlege digitale bilete', en: 'Ordinary digital images' },
          item: 'modality',
          is: 'one-of',
          value: ['DM'],
        },
      ],
    },
    consent: { design: 'consent', forms: [{ version: '1', from: today, texts: formTexts }] },
    sites,
    recruitment: { total: WOMEN, planned: [...shareEvenly(WOMEN, { sites, months })] },
    analysis: {
      primary: 'screen-detected',
      hypothesis: 'non-inferiority',
      expected: 0.006,
      // What 140,000 women would show with 80 % power; a twentieth of them shows far less, as the dry run says.
      margin: 0.00117,
      alpha: 0.025,
      power: 0.8,
      looks: [0.25, 0.5, 0.75, 1],
      spending: 'obrien-fleming',
    },
    tellArm: 'when-closed',
  };
}

const formTexts = {
  nb: {
    title: 'Vil du være med i Demostudien?',
    body: [
      'Dette er en oppdiktet studie. Den viser hvordan Runde spør kvinner om å være med.',
      'Studien undersøker om kunstig intelligens (KI) kan avgjøre om én eller to radiologer skal se på bildene dine. Sier du ja, blir det trukket lodd om bildene dine tydes som i dag, av to radiologer, eller om KI først gir dem en poengsum: er den lav, ser én radiolog på dem; er den høy, ser to. I begge grupper er det radiologer som avgjør om du skal undersøkes mer.',
      'Undersøkelsen er den samme for deg. Du får vite hvilken gruppe du var i når studien er lukket, hvis du vil.',
      'Det er frivillig. Sier du nei, blir bildene dine tydet som i dag. Du kan når som helst trekke deg, uten å si hvorfor.',
    ].join('\n\n'),
  },
  nn: {
    title: 'Vil du vere med i Demostudien?',
    body: [
      'Dette er ein oppdikta studie. Han viser korleis Runde spør kvinner om å vere med.',
      'Studien undersøkjer om kunstig intelligens (KI) kan avgjere om éin eller to radiologar skal sjå på bileta dine. Seier du ja, blir det trekt lodd om bileta dine blir tydde som i dag, av to radiologar, eller om KI først gir dei ein poengsum: er han låg, ser éin radiolog på dei; er han høg, ser to. I begge gruppene er det radiologar som avgjer om du skal undersøkjast meir.',
      'Undersøkinga er den same for deg. Du får vite kva gruppe du var i når studien er lukka, om du vil.',
      'Det er frivillig. Seier du nei, blir bileta dine tydde som i dag. Du kan når som helst trekkje deg, utan å seie kvifor.',
    ].join('\n\n'),
  },
  en: {
    title: 'Will you take part in the demo trial?',
    body: [
      'This is an invented study. It shows how Runde asks women to take part.',
      'The study asks whether artificial intelligence (AI) can decide if one or two radiologists look at your images. If you say yes, lots are drawn: your images are read as today, by two radiologists, or AI first gives them a score: if it is low, one radiologist looks at them; if it is high, two. In both groups radiologists decide whether you are examined further.',
      'The examination is the same for you. You may be told which group you were in when the study is closed, if you wish.',
      'It is voluntary. If you say no, your images are read as today. You can withdraw at any time, without saying why.',
    ].join('\n\n'),
  },
};
