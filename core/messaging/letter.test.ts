import { describe, expect, it } from 'vitest';
import { letterTexts, writtenLanguages } from '../../programmes/letters/letter-texts.ts';
import { day } from '../kernel/day.ts';
import { composeLetter, type LetterDocument, type LetterTexts } from './letter.ts';
import { letterKinds, type LetterKind, type MessageContent } from './message.ts';

const full: MessageContent = {
  name: 'Prøve Oppdiktsen',
  address: ['Oppdiktet vei 1', '5003 BERGEN'],
  centreName: 'Brystsenteret i Prøveby',
  centreTown: 'Prøveby',
  centrePhone: '55 00 00 00',
  day: day('2026-11-25'),
  at: '09:10',
  unitName: 'Enhet Øst',
  place: 'Prøveby',
  previousDay: day('2026-11-20'),
  previousAt: '12:00',
  screenedOn: day('2026-11-02'),
  result: 'benign',
};
const texts = writtenLanguages.map((language) => letterTexts[language] as LetterTexts);
const letter = (kind: LetterKind, content: MessageContent, language = texts[0] as LetterTexts): LetterDocument =>
  composeLetter(language, { kind, reference: '00000-00000', decidedOn: day('2026-10-28'), content });
const wordsOf = (document: LetterDocument) => JSON.stringify(document.blocks);
const without = (...names: (keyof MessageContent)[]) =>
  Object.fromEntries(
    Object.entries(full).filter(([name]) => !names.includes(name as keyof MessageContent)),
  ) as MessageContent;

describe.each(texts.map((t) => [t.language, t] as const))('letters in %s', (_, language) => {
  it.each(letterKinds)('%s has no hole left, also with the fewest facts it is decided with', (kind) => {
    const fewest = without('previousDay', 'previousAt', 'screenedOn', 'centrePhone', 'phone', 'unitName', 'place');
    for (const content of [full, fewest])
      expect(JSON.stringify(letter(kind, content, language))).not.toMatch(/[{]\w+[}]|undefined/);
  });
  it.each(['invitation', 'reminder', 'recall', 'technical-recall', 'moved'] as const)(
    '%s says the time and the place',
    (kind) => {
      const words = wordsOf(letter(kind, full, language));
      expect(words).toContain(language.language === 'en' ? '25 November 2026 09:10' : '25. november 2026 kl. 09.10');
      expect(words).toContain('Enhet Øst, Prøveby');
      expect(words).toContain('55 00 00 00');
    },
  );
  it('has the same blocks as bokmål, so that no woman is told less', () => {
    for (const kind of letterKinds) {
      expect(letter(kind, full, language).blocks.map((b) => b.kind)).toEqual(
        letter(kind, full).blocks.map((b) => b.kind),
      );
    }
  });
  it('a moved time says whose wish it was, and which time is valid', () => {
    const own = wordsOf(letter('moved', full, language));
    const programme = wordsOf(letter('moved', { ...full, movedBy: 'programme' }, language));
    expect(own).not.toBe(programme);
    expect(own).toMatch(/slik du ønsk|as you wished/);
    expect(programme).toMatch(/måttet flytte|måtta flytte|had to move/);
    expect(programme).not.toMatch(/slik du ønsk|as you wished/);
  });
  it('a time that was cancelled and stands after all says so, with time and place', () => {
    const { title, blocks } = letter('moved', { ...without('previousDay', 'previousAt'), movedBy: 'nobody' }, language);
    expect(title).toMatch(/gjelder likevel|gjeld likevel|stands after all/);
    expect(JSON.stringify(blocks)).not.toMatch(/flyttet|flytta|moved/);
    expect(blocks.filter((block) => block.kind === 'table')).toHaveLength(1);
  });
  it('a time taken away without a new one says that one will come, and is not called cancelled', () => {
    const { title, blocks } = letter('moved', { ...without('day', 'at'), movedBy: 'programme' }, language);
    const words = JSON.stringify([title, blocks]);
    expect(words).toMatch(/eget brev|eige brev|letter of its own/);
    expect(words).not.toMatch(/avlyst|cancel/i);
    expect(words).toContain('20');
    expect(blocks.some((block) => block.kind === 'table')).toBe(false);
  });
  it('says what has been arranged for her beside time and place', () => {
    const words = wordsOf(letter('invitation', { ...full, interpreter: 'so', longer: true, stepFree: true }, language));
    expect(words).toMatch(/tolk \(somali\)|interpreter \(Somali\)/);
    expect(words).toMatch(/trapper|stairs/);
    expect(wordsOf(letter('invitation', full, language))).not.toMatch(/tolk|interpreter/);
  });
  it('gives the fact sheet with its sources to those who are to choose', () => {
    for (const kind of ['invitation', 'reminder'] as const) {
      const words = wordsOf(letter(kind, full, language));
      for (const figure of ['1000', '32', '368', '266', '508', '180', 'BMJ 2014']) expect(words).toContain(figure);
    }
  });
});

describe('what a letter may not say', () => {
  it('a recall letter names no finding and no score', () => {
    for (const language of texts) {
      expect(wordsOf(letter('recall', full, language))).not.toMatch(/svulst|kul\b|lump|tumou?r|score|ondartet|malign/i);
    }
  });
  it('an offer without a time is no letter', () => {
    expect(() => letter('invitation', without('day', 'at'))).toThrow('needs {day}');
  });
  it('a benign answer and a negative one are told apart', () => {
    const words = (result: 'benign' | 'negative') => wordsOf(letter('assessment-result', { ...full, result }));
    expect(words('benign')).toContain('godartet');
    expect(words('negative')).not.toContain('godartet');
  });
});

it('Sámi letters are marked as not written', () => expect(letterTexts.se).toBeUndefined());
