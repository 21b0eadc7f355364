/** The answer to "why was she (not) invited?", in words, from the reasons of target-group.ts. */
import { formatDate } from '#core/kernel/date-words';
import type { Day } from '#core/kernel/day';
import type { Language } from '#core/kernel/language';
import type { Reason, Verdict } from './target-group.ts';

export type ReasonLanguage = Exclude<Language, 'se'>;

const standings: Readonly<Record<ReasonLanguage, Readonly<Record<Verdict['standing'], string>>>> = {
  nb: {
    outside: 'Hun inviteres ikke nå.',
    waiting: 'Hun er ikke invitert ennå.',
    due: 'Hun skal inviteres og står for tur.',
    open: 'Hun er i en runde nå.',
  },
  nn: {
    outside: 'Ho blir ikkje invitert no.',
    waiting: 'Ho er ikkje invitert enno.',
    due: 'Ho skal inviterast og står for tur.',
    open: 'Ho er i ein runde no.',
  },
  en: {
    outside: 'She is not invited now.',
    waiting: 'She is not invited yet.',
    due: 'She is to be invited and is due.',
    open: 'She is in a round now.',
  },
};

/** One sentence for where she stands, then one for each reason with its rule and dates. */
export function whyInvited(verdict: Verdict, language: ReasonLanguage): readonly string[] {
  const say = sayers[language];
  return [
    standings[language][verdict.standing],
    ...verdict.reasons.map((reason) => say(reason, (day) => formatDate(language, day))),
  ];
}

type Written = (day: Day) => string;

function inBokmal(reason: Reason, on: Written): string {
  switch (reason.kind) {
    case 'dead':
      return `Folkeregisteret har meldt dødsfall ${on(reason.since)}.`;
    case 'emigrated':
      return `Hun flyttet fra landet ${on(reason.since)}; bare bosatte inviteres.`;
    case 'sex':
      return 'Programmet gjelder kvinner, etter kjønn i Folkeregisteret.';
    case 'stopped':
      return `Hun har selv bedt om ikke å bli invitert, fra ${on(reason.since)}.`;
    case 'too-young':
      return `Hun inviteres første gang i ${reason.firstYear}, året hun fyller ${reason.age}.`;
    case 'too-old':
      return `Siste året hun kunne inviteres, var ${reason.lastYear}, da hun fylte ${reason.age}.`;
    case 'in-follow-up':
      return `Hun følges opp etter brystkreft påvist ${on(reason.cancerOn)} og inviteres ikke før ${on(reason.until)}.`;
    case 'area-paused':
      return `Området hennes er satt på pause fra ${on(reason.since)}.`;
    case 'round-open':
      return `Runden ble åpnet ${on(reason.since)} og er ikke avsluttet.`;
    case 'due':
    case 'not-yet-due':
      return `${becauseNb[reason.because]}; ${reason.kind === 'due' ? 'tiden var inne' : 'neste gang er'} ${on(reason.on)}.`;
  }
}

function inNynorsk(reason: Reason, on: Written): string {
  switch (reason.kind) {
    case 'dead':
      return `Folkeregisteret har meldt dødsfall ${on(reason.since)}.`;
    case 'emigrated':
      return `Ho flytta frå landet ${on(reason.since)}; berre busette blir inviterte.`;
    case 'sex':
      return 'Programmet gjeld kvinner, etter kjønn i Folkeregisteret.';
    case 'stopped':
      return `Ho har sjølv bede om ikkje å bli invitert, frå ${on(reason.since)}.`;
    case 'too-young':
      return `Ho blir invitert første gong i ${reason.firstYear}, året ho fyller ${reason.age}.`;
    case 'too-old':
      return `Siste året ho kunne inviterast, var ${reason.lastYear}, då ho fylte ${reason.age}.`;
    case 'in-follow-up':
      return `Ho blir følgd opp etter brystkreft påvist ${on(reason.cancerOn)} og blir ikkje invitert før ${on(reason.until)}.`;
    case 'area-paused':
      return `Området hennar er sett på pause frå ${on(reason.since)}.`;
    case 'round-open':
      return `Runden vart opna ${on(reason.since)} og er ikkje avslutta.`;
    case 'due':
    case 'not-yet-due':
      return `${becauseNn[reason.because]}; ${reason.kind === 'due' ? 'tida var inne' : 'neste gong er'} ${on(reason.on)}.`;
  }
}

function inEnglish(reason: Reason, on: Written): string {
  switch (reason.kind) {
    case 'dead':
      return `The population register has reported her death on ${on(reason.since)}.`;
    case 'emigrated':
      return `She left the country on ${on(reason.since)}; only residents are invited.`;
    case 'sex':
      return 'The programme is for women, by sex in the population register.';
    case 'stopped':
      return `She has asked not to be invited, from ${on(reason.since)}.`;
    case 'too-young':
      return `She is invited for the first time in ${reason.firstYear}, the year in which she turns ${reason.age}.`;
    case 'too-old':
      return `The last year in which she could be invited was ${reason.lastYear}, when she turned ${reason.age}.`;
    case 'in-follow-up':
      return `She is followed up after breast cancer found on ${on(reason.cancerOn)} and is not invited before ${on(reason.until)}.`;
    case 'area-paused':
      return `Her area is paused from ${on(reason.since)}.`;
    case 'round-open':
      return `The round was opened on ${on(reason.since)} and is not over.`;
    case 'due':
    case 'not-yet-due':
      return `${becauseEn[reason.because]}; ${reason.kind === 'due' ? 'she was due on' : 'she is next due on'} ${on(reason.on)}.`;
  }
}

const becauseNb = {
  first: 'Første invitasjon går etter fødselsår og område',
  'after-screening': 'To år etter siste undersøkelse',
  'after-invitation': 'To år etter siste invitasjon, siden hun ikke møtte',
} as const;

const becauseNn = {
  first: 'Første invitasjon går etter fødselsår og område',
  'after-screening': 'To år etter siste undersøking',
  'after-invitation': 'To år etter siste invitasjon, sidan ho ikkje møtte',
} as const;

const becauseEn = {
  first: 'The first invitation goes by birth year and area',
  'after-screening': 'Two years after her last examination',
  'after-invitation': 'Two years after her last invitation, since she did not come',
} as const;

const sayers: Readonly<Record<ReasonLanguage, (reason: Reason, on: Written) => string>> = {
  nb: inBokmal,
  nn: inNynorsk,
  en: inEnglish,
};
