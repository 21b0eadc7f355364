import type { SurveyFormText } from '#core/surveys/form';

/** The programme's own few questions after the appointment. Not a validated instrument, and says so. */
export const experience: SurveyFormText = {
  id: 'experience',
  version: '1',
  audience: 'woman',
  standing: { kind: 'own-not-validated' },
  title: {
    nb: 'Hvordan var det hos oss?',
    nn: 'Korleis var det hos oss?',
    en: 'How was your visit?',
  },
  intro: {
    nb: 'Fem korte spørsmål. Svarene lagres uten navn, skilt fra opplysningene om deg, og påvirker ikke tilbudet ditt.',
    nn: 'Fem korte spørsmål. Svara blir lagra utan namn, skilde frå opplysningane om deg, og påverkar ikkje tilbodet ditt.',
    en: 'Five short questions. Your answers are kept without your name, apart from your record, and do not affect your care.',
  },
  asked: { when: 'after-examination', fromDays: 0, toDays: 180 },
  questions: [
    {
      kind: 'choice',
      id: 'welcome',
      text: {
        nb: 'Ble du tatt godt imot?',
        nn: 'Vart du godt teken imot?',
        en: 'Were you made to feel welcome?',
      },
      options: [
        { value: 4, text: { nb: 'Ja, svært godt', nn: 'Ja, svært godt', en: 'Yes, very' } },
        { value: 3, text: { nb: 'Ja, ganske godt', nn: 'Ja, ganske godt', en: 'Yes, fairly' } },
        { value: 2, text: { nb: 'Nei, ikke så godt', nn: 'Nei, ikkje så godt', en: 'No, not really' } },
        { value: 1, text: { nb: 'Nei, ikke i det hele tatt', nn: 'Nei, ikkje i det heile', en: 'No, not at all' } },
      ],
    },
    {
      kind: 'scale',
      id: 'pain',
      text: {
        nb: 'Hvor vondt gjorde det å ta bildene?',
        nn: 'Kor vondt gjorde det å ta bileta?',
        en: 'How painful was having the images taken?',
      },
      from: 0,
      to: 10,
      low: { nb: 'ikke vondt', nn: 'ikkje vondt', en: 'no pain' },
      high: { nb: 'verst tenkelig', nn: 'verst tenkjeleg', en: 'worst imaginable' },
    },
    {
      kind: 'choice',
      id: 'informed',
      text: {
        nb: 'Fikk du vite det du trengte for å bestemme om du ville delta?',
        nn: 'Fekk du vite det du trong for å avgjere om du ville delta?',
        en: 'Did you get the information you needed to decide whether to take part?',
      },
      options: [
        { value: 3, text: { nb: 'Ja', nn: 'Ja', en: 'Yes' } },
        { value: 2, text: { nb: 'Delvis', nn: 'Delvis', en: 'Partly' } },
        { value: 1, text: { nb: 'Nei', nn: 'Nei', en: 'No' } },
      ],
    },
    {
      kind: 'choice',
      id: 'worry',
      text: {
        nb: 'Hvor bekymret var du mens du ventet på svar?',
        nn: 'Kor uroleg var du medan du venta på svar?',
        en: 'How worried were you while you waited for the result?',
      },
      optional: true,
      options: [
        { value: 1, text: { nb: 'Ikke bekymret', nn: 'Ikkje uroleg', en: 'Not worried' } },
        { value: 2, text: { nb: 'Litt bekymret', nn: 'Litt uroleg', en: 'A little worried' } },
        { value: 3, text: { nb: 'Ganske bekymret', nn: 'Ganske uroleg', en: 'Quite worried' } },
        { value: 4, text: { nb: 'Svært bekymret', nn: 'Svært uroleg', en: 'Very worried' } },
      ],
    },
    {
      kind: 'text',
      id: 'better',
      text: { nb: 'Hva kan vi gjøre bedre?', nn: 'Kva kan vi gjere betre?', en: 'What could we do better?' },
      hint: {
        nb: 'Ikke skriv navn eller noe om helsen din.',
        nn: 'Ikkje skriv namn eller noko om helsa di.',
        en: 'Please do not write names or anything about your health.',
      },
      longest: 500,
    },
  ],
};
