/**
 * A second invented study in the demo, in preparation: made like MASAI (NCT04838756), where women are told and take part unless
 * they say no, and each examination is drawn for. Numbers, margin and factors are ours.
 */
import type { Day } from '#core/kernel/day';
import { bindModels } from '#core/protocols/bind-models';
import type { StudyPlan } from '#core/studies/study';
import { masai } from '#programmes/protocols/masai';

const candidates = ['C12', 'C13', 'C14', 'C15'];

export function demoComingTrial(today: Day, centres: readonly string[]): StudyPlan {
  const sites = candidates.filter((site) => centres.includes(site));
  return {
    id: 'demo-coming',
    version: '1',
    title: {
      nb: 'Studie under arbeid: KI som sorterer',
      nn: 'Studie under arbeid: KI som sorterer',
      en: 'Study in preparation: AI that sorts',
    },
    purpose: {
      nb: 'Kan én radiolog lese de fleste bildene når KI peker ut de få som trenger to? En oppdiktet studie under arbeid, laget etter MASAI i Sverige.',
      nn: 'Kan éin radiolog lese dei fleste bileta når KI peikar ut dei få som treng to? Ein oppdikta studie under arbeid, laga etter MASAI i Sverige.',
      en: 'Can one radiologist read most images when AI points out the few that need two? An invented study in preparation, made like MASAI in Sweden.',
    },
    sponsor: 'Runde demo',
    registration: null,
    invented: true,
    changes: null,
    protocol: { ...bindModels(masai.protocol, { transpara: 'demo-ai' }), id: 'demo-coming' },
    control: 'control',
    armNames: {
      control: { nb: 'To tydere, som i dag', nn: 'To tydarar, som i dag', en: 'Two readers, as today' },
      ai: { nb: 'KI sorterer', nn: 'KI sorterer', en: 'AI sorts' },
    },
    unit: 'examination',
    allocation: { method: 'minimisation', probability: 0.8, factors: ['centre', 'round'] },
    series: 1,
    eligibility: {
      version: '1',
      criteria: [
        {
          id: 'modality',
          words: { nb: 'Vanlige digitale bilder', nn: 'Vanlege digitale bilete', en: 'Ordinary digital images' },
          item: 'modality',
          is: 'one-of',
          value: ['DM'],
        },
      ],
    },
    consent: {
      design: 'opt-out',
      forms: [
        {
          version: '1',
          from: today,
          texts: {
            nb: {
              title: 'Om studien der KI sorterer',
              body: 'Dette er en oppdiktet studie under arbeid. Du er med om du ikke sier nei. Sier du nei, blir bildene dine tydet som i dag.',
            },
            nn: {
              title: 'Om studien der KI sorterer',
              body: 'Dette er ein oppdikta studie under arbeid. Du er med om du ikkje seier nei. Seier du nei, blir bileta dine tydde som i dag.',
            },
            en: {
              title: 'About the study where AI sorts',
              body: 'This is an invented study in preparation. You take part unless you say no. If you say no, your images are read as today.',
            },
          },
        },
      ],
    },
    sites,
    recruitment: { total: 5000, planned: [] },
    analysis: {
      primary: 'interval',
      hypothesis: 'non-inferiority',
      expected: 0.0018,
      margin: 0.0006,
      alpha: 0.025,
      power: 0.8,
      looks: [0.5, 1],
      spending: 'pocock',
    },
    tellArm: 'when-closed',
  };
}
