import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deliveryDoc, deliveryFormat } from './generate-delivery-doc.ts';

it('docs/delivery-format.md says what the schemas say (else run: npx tsx tools/generate-delivery-doc.ts)', () => {
  expect(readFileSync(deliveryDoc, 'utf8')).toBe(deliveryFormat());
});
