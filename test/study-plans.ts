/** Plans of invented studies for the tests. */
import { createHmac } from 'node:crypto';
import { day } from '#core/kernel/day';
import type { Protocol } from '#core/protocols/protocol';
import type { Digest } from '#core/studies/draw';
import { digestMessage } from '#core/studies/draw';
import type { ConsentForm, StudyPlan } from '#core/studies/study';
import { independentDoubleReading } from '#programmes/protocols/no-routine';

const words = (text: string) => ({ nb: text, nn: text, en: text });

/** Arms that all read as today, with the weights given. */
export function protocolOf(ratio: Readonly<Record<string, number>>): Protocol {
  const arms = Object.fromEntries(Object.keys(ratio).map((arm) => [arm, { steps: independentDoubleReading }]));
  return { id: 'test-arms', version: '1', unit: 'woman', ratio, arms };
}

export const form: ConsentForm = {
  version: '1',
  from: day('2026-01-01'),
  texts: { nb: { title: 'Vil du være med?', body: 'Dette er en oppdiktet studie for prøver av systemet.' } },
};

export const twoArms: StudyPlan = {
  id: 'test-study',
  version: '1',
  title: words('Prøvestudie'),
  purpose: words('Finner en utprøving det den skal?'),
  sponsor: 'Ingen',
  registration: null,
  invented: true,
  changes: null,
  protocol: protocolOf({ control: 1, ai: 1 }),
  control: 'control',
  armNames: { control: words('Som i dag'), ai: words('Med maskin') },
  unit: 'woman',
  allocation: { method: 'blocks', sizes: [4, 6, 8], strata: ['centre', { ageFrom: [50, 60] }] },
  series: 1,
  eligibility: {
    version: '1',
    criteria: [
      { id: 'age', words: words('Alder 50 til 69'), item: 'age', is: 'at-least', value: 50 },
      { id: 'implants', words: words('Ingen implantater'), item: 'implants', is: 'one-of', value: [false] },
    ],
  },
  consent: {
    design: 'consent',
    forms: [form],
  },
  sites: ['C01', 'C02'],
  recruitment: { total: 1000, planned: [{ centreId: 'C01', month: '2026-11', women: 100 }] },
  analysis: {
    primary: 'screen-detected',
    hypothesis: 'non-inferiority',
    expected: 0.006,
    margin: 0.0012,
    alpha: 0.025,
    power: 0.8,
    looks: [0.5, 1],
    spending: 'obrien-fleming',
  },
  tellArm: 'when-closed',
};

/** HMAC-SHA-256 as Node makes it, for a key in words. */
export function hmacOf(key: string | Buffer): (message: string) => string {
  return (message) => createHmac('sha256', key).update(message).digest('hex');
}

export function digestOf(key: string, stratum: string, block: number, studyId: string = twoArms.id): Digest {
  const hmac = hmacOf(key);
  return (part) => hmac(digestMessage(studyId, stratum, block, part));
}
