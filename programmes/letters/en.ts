/** Letters in English, block by block as the bokmål master. */
import type { LetterTexts } from '#core/messaging/letter';
import { factSheet as f } from '../breast-no/fact-sheet.ts';
import { languageNames } from './language-names.ts';

export const en: LetterTexts = {
  language: 'en',
  sender: 'Mammografiprogrammet (BreastScreen Norway)',
  labels: { when: 'When', where: 'Where', reference: 'Reference', page: 'Page', of: 'of' },
  arranged: {
    label: 'Arranged for you',
    interpreter: 'interpreter ({language})',
    longer: 'extra time',
    stepFree: 'access without stairs',
    languageNames: languageNames.en,
  },
  contact: {
    withPhone: 'If you have any questions, call us on {phone}. Please give the reference at the top of this letter.',
    withoutPhone: 'If you have any questions, contact {centre}. Please give the reference at the top of this letter.',
  },
  facts: [
    { kind: 'heading', text: 'Benefits and harms of mammography' },
    { kind: 'paragraph', text: 'Taking part is your choice. Here is what we know, so that you can choose.' },
    { kind: 'heading', text: 'Of 1000 women who come to one examination' },
    {
      kind: 'list',
      items: [
        `about ${f.recalledOf1000} are called in for further examinations. Most of them do not have breast cancer.`,
        `about ${f.cancerFoundOf1000} are found to have breast cancer.`,
        `about ${f.intervalCancerOf1000} get breast cancer before the next examination, although the answer was normal.`,
      ],
    },
    { kind: 'heading', text: 'The benefit' },
    {
      kind: 'paragraph',
      text: `Of 1000 women who are invited every second year for 20 years, about ${f.deathsPreventedOf1000} avoid dying of breast cancer, according to a Norwegian study (one for every ${f.invitedPerDeathPrevented.estimate}, uncertainty ${f.invitedPerDeathPrevented.low} to ${f.invitedPerDeathPrevented.high}).`,
    },
    { kind: 'heading', text: 'The harms' },
    {
      kind: 'list',
      items: [
        `Of 1000 women who come ten times, about ${f.everFalseAlarmOf1000In10Rounds} are called in for further examinations at least once without having breast cancer.`,
        `Some are treated for a cancer that would never have troubled them. Researchers disagree about how many: from almost none to ${f.overdiagnosedOf100AtMost} of 100 who get breast cancer in the years they take part.`,
        'The images use small doses of radiation, and the breasts are pressed together. That can be uncomfortable.',
      ],
    },
    {
      kind: 'paragraph',
      text: 'If you feel a lump or another change in your breast, contact your GP. Do not wait for your next appointment with us.',
    },
    { kind: 'heading', text: 'Information about you' },
    {
      kind: 'paragraph',
      text: 'You can tell us that you do not want more invitations. You can also object to our storing personal data with normal results. These are two different choices.',
    },
    { kind: 'small', text: `Sources: ${f.sources}.` },
  ],
  letters: {
    invitation: {
      title: 'Appointment for a mammogram',
      blocks: [
        { kind: 'paragraph', text: 'You are offered a mammogram. We have set aside a time for you:' },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Taking part is voluntary. If the time does not suit you, or you do not want to take part, tell us on My page or call us. Then somebody else can have the time.',
        },
        { kind: 'heading', text: 'Call us before the appointment if you' },
        {
          kind: 'list',
          items: [
            'have had a mammogram in the last six months',
            'are being followed up after surgery for breast cancer, and it is not agreed that we do the follow-up',
            'use a wheelchair, have a disability or need us to make adjustments for you',
          ],
        },
        { kind: 'heading', text: 'What happens' },
        {
          kind: 'paragraph',
          text: 'A radiographer asks you some questions and takes two images of each breast. Two doctors look at the images, each on their own. You get the answer in writing, usually within two to four weeks.',
        },
        { kind: 'contact' },
        { kind: 'facts' },
      ],
    },
    reminder: {
      title: 'New appointment for a mammogram',
      blocks: [
        {
          kind: 'paragraph',
          text: 'You did not come to the appointment we had set aside for you. The offer still stands, and you have a new time:',
        },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Taking part is voluntary. If the time does not suit you, or you do not want to take part, tell us on My page or call us. Then somebody else can have the time.',
        },
        {
          kind: 'paragraph',
          text: 'If you have had a mammogram in the last six months, or are being followed up after breast cancer, please call us before the appointment.',
        },
        { kind: 'contact' },
        { kind: 'facts' },
      ],
    },
    'result-normal': {
      title: 'Result of your mammogram',
      blocks: [
        { kind: 'paragraph', needs: 'screenedOn', text: 'You had a mammogram on {screenedOn}.' },
        { kind: 'paragraph', text: 'The images showed no signs of breast cancer.' },
        {
          kind: 'paragraph',
          text: 'You will be invited again in about two years, as long as you are in the target group.',
        },
        {
          kind: 'paragraph',
          text: 'Mammography does not find every breast cancer, and breast cancer can arise between two examinations. If you feel a lump or another change in your breast, contact your GP, even if you were here recently.',
        },
        { kind: 'contact' },
      ],
    },
    recall: {
      title: 'Appointment for further examinations',
      blocks: [
        {
          kind: 'paragraph',
          text: 'We need more images and further examinations before we can give you a sure answer. You have an appointment at {centre}:',
        },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'We understand that this may worry you. Most women who are called in like this do not have breast cancer.',
        },
        { kind: 'heading', text: 'What happens' },
        {
          kind: 'paragraph',
          text: 'We usually take new X-ray images and examine the breasts with ultrasound. Sometimes we take a tissue sample. A doctor talks with you about what we find. You are welcome to bring somebody you trust.',
        },
        {
          kind: 'paragraph',
          text: 'If the time does not suit you, call us. We will find a new one with you.',
        },
        { kind: 'contact' },
      ],
    },
    'technical-recall': {
      title: 'New appointment: the images must be taken again',
      blocks: [
        {
          kind: 'paragraph',
          text: 'The images we took of you were not good enough to give an answer. This is because of the images, not because of anything we saw in your breasts. We would like to take them again:',
        },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'We are sorry for the trouble. If the time does not suit you, call us, or choose another on My page.',
        },
        { kind: 'contact' },
      ],
    },
    moved: {
      title: 'Your appointment has been moved',
      titleWithoutDay: 'Your appointment is no longer valid: you will get a new one',
      titleStands: 'Your appointment stands after all',
      blocks: [
        {
          kind: 'paragraph',
          needs: 'day',
          movedBy: 'woman',
          text: 'Your mammogram appointment has been moved, as you wished. This is the appointment that is valid now:',
        },
        {
          kind: 'paragraph',
          needs: 'day',
          movedBy: 'programme',
          text: 'We have had to move your mammogram appointment. This is the appointment that is valid now:',
        },
        {
          kind: 'paragraph',
          movedBy: 'nobody',
          text: 'You were told that your mammogram appointment was cancelled. That has been taken back, and the appointment is valid:',
        },
        { kind: 'appointment', needs: 'day' },
        {
          kind: 'paragraph',
          needs: 'previousDay',
          text: 'The appointment you had on {previousDay} at {previousTime} is no longer valid.',
        },
        {
          kind: 'paragraph',
          lacks: 'day',
          text: 'Unfortunately we cannot see you then. You will get a new appointment from us in a letter of its own. You need not do anything.',
        },
        { kind: 'paragraph', movedBy: 'programme', text: 'We are sorry for the trouble.' },
        {
          kind: 'paragraph',
          needs: 'day',
          movedBy: 'programme',
          text: 'If the new time does not suit you, call us, or choose another on My page.',
        },
        { kind: 'contact' },
      ],
    },
    cancelled: {
      title: 'Your appointment is cancelled',
      blocks: [
        { kind: 'paragraph', needs: 'day', text: 'Your appointment for a mammogram on {day} at {time} is cancelled.' },
        { kind: 'paragraph', text: 'If you would like a new appointment, call us.' },
        { kind: 'contact' },
      ],
    },
    'assessment-result': {
      title: 'Result of further examinations',
      blocks: [
        { kind: 'paragraph', text: 'You have had further examinations at {centre}.' },
        { kind: 'paragraph', result: 'negative', text: 'The examinations showed no signs of breast cancer.' },
        { kind: 'paragraph', result: 'benign', text: 'The examinations showed a benign change. It is not cancer.' },
        {
          kind: 'paragraph',
          text: 'You will be invited for a mammogram again in about two years, as long as you are in the target group.',
        },
        { kind: 'paragraph', text: 'If you feel a lump or another change in your breast, contact your GP.' },
        { kind: 'contact' },
      ],
    },
  },
};
