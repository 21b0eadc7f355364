import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, day } from '../kernel/day.ts';
import type { MessageContent } from './message.ts';
import { gsmLength, oneSms, smsParts, smsText } from './sms-text.ts';

const content = (facts: Partial<MessageContent> = {}): MessageContent => ({
  name: 'Prøve Oppdiktsen',
  address: ['Oppdiktet vei 1'],
  centreName: 'Brystsenteret i Prøveby',
  centreTown: 'Prøveby',
  centrePhone: '55 00 00 00',
  day: day('2026-11-25'),
  at: '09:10',
  unitName: 'Demo Bergen',
  place: 'Bergen',
  ...facts,
});

const anyContent = fc
  .record({
    day: fc.integer({ min: 20000, max: 40000 }).map(dayFromNumber),
    hour: fc.integer({ min: 7, max: 19 }),
    unit: fc.constantFrom('Demo Bergen', 'Demo Karasjok', 'Demo Buss Nord', 'Demoenheten på Kalnes'),
    place: fc.constantFrom('Bergen', 'Kárášjohka', 'Nore og Uvdal', 'Ål'),
    phone: fc.constantFrom('55 00 00 00', undefined),
  })
  .map(({ hour, unit, phone, ...facts }) => {
    const { centrePhone: _, ...rest } = content();
    return {
      ...rest,
      ...facts,
      unitName: unit,
      at: `${String(hour).padStart(2, '0')}:05`,
      ...(phone ? { centrePhone: phone } : {}),
    };
  });

describe('the SMS before an appointment', () => {
  it('says time, place and telephone, in bokmål', () => {
    expect(smsText(content())).toBe(
      'Påminnelse: Du har time onsdag 25. november kl. 09.10, Demo Bergen. Passer det ikke? Ring 55 00 00 00. Du kan ikke svare på denne meldingen.',
    );
  });
  it('fits one SMS unless a name needs letters outside the GSM alphabet', () => {
    fc.assert(
      fc.property(anyContent, (facts) => {
        const text = smsText(facts);
        if (facts.place !== 'Kárášjohka') expect(gsmLength(text)).toBeLessThanOrEqual(oneSms);
        else expect(text).toContain('Kárášjohka');
      }),
    );
  });
  it('carries no health content, no link, nothing that looks like a fraud, and not her name', () => {
    const health = /mammo|bryst|kreft|undersøk|screening|prøve\b|svar er|resultat|sykehus|helse|lege|røntgen/i;
    const fraud =
      /http|www|\.no\b|\.com|klikk|trykk|haster|straks|umiddelbart|betal|kr\b|bankid|passord|bekreft|gebyr|!/i;
    fc.assert(
      fc.property(anyContent, (facts) => {
        const text = smsText(facts);
        expect(text).not.toMatch(health);
        expect(text).not.toMatch(fraud);
        expect(text).not.toContain('Oppdiktsen');
        expect(text).toContain(`kl. ${facts.at.replace(':', '.')}`);
      }),
    );
  });
  it('throws without a time', () => {
    const { day: _, ...rest } = content();
    expect(() => smsText(rest)).toThrow('needs its day and time');
  });
});

describe('length (3GPP TS 23.038)', () => {
  it('counts Norwegian letters as one, braces and the euro sign as two, Sámi letters not at all', () => {
    expect(gsmLength('æøåÆØÅ')).toBe(6);
    expect(gsmLength('{€}')).toBe(6);
    expect(gsmLength('Kárášjohka')).toBeUndefined();
  });
  it('splits at 160 and 153, or 70 and 67', () => {
    expect([160, 161, 306, 307].map((n) => smsParts('a'.repeat(n)))).toEqual([1, 2, 2, 3]);
    expect([70, 71, 134, 135].map((n) => smsParts('š'.repeat(n)))).toEqual([1, 2, 2, 3]);
  });
});
