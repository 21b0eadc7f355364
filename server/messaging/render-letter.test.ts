import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { letterKinds, type MessageContent } from '#core/messaging/message';
import { writtenLanguages } from '#programmes/letters/letter-texts';
import { pdfText } from '#test/pdf-text';
import { type LetterToRender, renderLetter } from './render-letter.ts';

const content: MessageContent = {
  name: 'Prøve Ærlig Oppdiktsen-Ås',
  address: ['Oppdiktet vei 1', '5003 BERGEN'],
  centreName: 'Brystsenteret i Prøveby',
  centreTown: 'Prøveby',
  centrePhone: '55 00 00 00',
  day: day('2026-11-25'),
  at: '09:10',
  unitName: 'Enhet Øst',
  place: 'Kárášjohka',
  screenedOn: day('2026-11-02'),
  result: 'negative',
};
const letter = (facts: Partial<LetterToRender> = {}): LetterToRender => ({
  kind: 'invitation',
  language: 'nb',
  reference: 'K7QM2-9XAT4',
  decidedOn: day('2026-10-28'),
  content,
  ...facts,
});
const raw = (pdf: Buffer) => pdf.toString('latin1');

describe('the letter as PDF', () => {
  it('says to whom, when and where, in letters a reader finds', () => {
    const [page, facts] = pdfText(renderLetter(letter()));
    for (const words of [
      'Prøve Ærlig Oppdiktsen-Ås',
      '5003 BERGEN',
      'onsdag 25. november 2026 kl. 09.10',
      'Enhet Øst, Kárášjohka',
      'K7QM2-9XAT4',
      '55 00 00 00',
    ]) {
      expect(page).toContain(words);
    }
    expect(facts).toContain('368');
    expect(facts).toContain('BMJ 2014');
  });

  it.each(writtenLanguages)(
    'in %s every kind is tagged PDF/UA-1 with title and language, on one page beside the fact sheet',
    (language) => {
      for (const kind of letterKinds) {
        const pdf = renderLetter(letter({ kind, language }));
        const text = raw(pdf);
        expect(text.startsWith('%PDF-1.7')).toBe(true);
        expect(text).toContain('/StructTreeRoot');
        expect(text).toContain('/Marked true');
        expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
        expect(text).toContain('/DisplayDocTitle true');
        expect(text).toMatch(/\/Title [(<]/);
        expect(text).toContain(`/Lang (${{ nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB', se: '' }[language]})`);
        expect(text.match(/\/S \/H1/g)).toHaveLength(1);
        expect(text).toContain('/MediaBox [0 0 595.2756 841.8898]');
        expect(pdfText(pdf)).toHaveLength(kind === 'invitation' || kind === 'reminder' ? 2 : 1);
      }
    },
  );

  it('has its fonts in it', () => {
    const text = raw(renderLetter(letter()));
    const fonts = text.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(fonts.length).toBeGreaterThan(0);
    expect(text.match(/\/FontFile3 /g)).toHaveLength(fonts.length);
  });

  it('is the same bytes each time', () => {
    expect(renderLetter(letter()).equals(renderLetter(letter()))).toBe(true);
  });

  it('takes names as they are: no markup in them is obeyed', () => {
    const name = '#strong[Ola] *stjerne* $x^2$ \\ "sitat" <merke> @ref';
    const [page] = pdfText(renderLetter(letter({ kind: 'recall', content: { ...content, name } })));
    expect(page).toContain(name);
  });

  it('is refused when a fact is missing, naming it', () => {
    const { at: _, day: __, ...rest } = content;
    expect(() => renderLetter(letter({ content: rest }))).toThrow('needs {day}');
  });
});
