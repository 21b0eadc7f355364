import { idnr } from '@navikt/fnrvalidator';
import { expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { syntheticIdentityNumber } from '#core/simulation/synthetic-person';

it('synthetic identity numbers are valid test numbers to the public validator, over sixty years of birth days', () => {
  for (let i = 0; i < 2000; i++) {
    const found = syntheticIdentityNumber(addDays(day('1940-01-01'), i * 11), i % 150);
    expect(found).toBeDefined();
    const result = idnr(found?.number ?? '');
    expect(result).toMatchObject({ status: 'valid', type: 'tnr' });
  }
});
