import type { SurveyFormText } from '#core/surveys/form';

const agree = [
  { value: 5, text: { nb: 'Helt enig', nn: 'Heilt einig', en: 'Strongly agree' } },
  { value: 4, text: { nb: 'Enig', nn: 'Einig', en: 'Agree' } },
  {
    value: 3,
    text: { nb: 'Verken enig eller uenig', nn: 'Verken einig eller ueinig', en: 'Neither agree nor disagree' },
  },
  { value: 2, text: { nb: 'Uenig', nn: 'Ueinig', en: 'Disagree' } },
  { value: 1, text: { nb: 'Helt uenig', nn: 'Heilt ueinig', en: 'Strongly disagree' } },
];

/** The programme's own few questions to radiologists about reading. Not a validated instrument, and says so. */
export const readingDay: SurveyFormText = {
  id: 'reading-day',
  version: '1',
  audience: 'radiologist',
  standing: { kind: 'own-not-validated' },
  title: {
    nb: 'Hvordan er det å tyde bilder nå?',
    nn: 'Korleis er det å tyde bilete no?',
    en: 'How is reading going?',
  },
  intro: {
    nb: 'Fire spørsmål, høyst en gang i måneden. Svarene lagres uten navn og vises bare samlet.',
    nn: 'Fire spørsmål, høgst ein gong i månaden. Svara blir lagra utan namn og viste berre samla.',
    en: 'Four questions, once a month at most. Answers are kept without names and shown only together.',
  },
  asked: { when: 'monthly-when-reading' },
  questions: [
    {
      kind: 'choice',
      id: 'workload',
      text: {
        nb: 'Jeg har nok tid til hver undersøkelse.',
        nn: 'Eg har nok tid til kvar undersøking.',
        en: 'I have enough time for each examination.',
      },
      options: agree,
    },
    {
      kind: 'choice',
      id: 'undisturbed',
      text: {
        nb: 'Jeg får tyde uforstyrret.',
        nn: 'Eg får tyde utan å bli forstyrra.',
        en: 'I can read without being disturbed.',
      },
      options: agree,
    },
    {
      kind: 'choice',
      id: 'feedback',
      text: {
        nb: 'Jeg får vite hvordan det gikk med dem jeg har vurdert.',
        nn: 'Eg får vite korleis det gjekk med dei eg har vurdert.',
        en: 'I learn what became of those whose images I have read.',
      },
      options: agree,
    },
    {
      kind: 'text',
      id: 'better',
      text: {
        nb: 'Hva ville gjort det lettere?',
        nn: 'Kva ville gjort det lettare?',
        en: 'What would make it easier?',
      },
      longest: 500,
    },
  ],
  scales: [
    {
      id: 'conditions',
      name: { nb: 'Arbeidsforhold ved tyding', nn: 'Arbeidstilhøve ved tyding', en: 'Reading conditions' },
      items: ['workload', 'undisturbed', 'feedback'],
      fewest: 2,
    },
  ],
};
