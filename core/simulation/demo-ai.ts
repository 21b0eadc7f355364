import type { AiProduct } from '#core/ai/answer';
import { aiProduct } from './ai-score.ts';

/** The invented product as it is registered in the demo. */
export const demoAi: AiProduct & { readonly name: string; readonly vendor: string } = {
  ...aiProduct,
  name: 'Demo AI',
  vendor: 'Invented for the demo',
  scaleMin: 1,
  scaleMax: 10.99,
  higherIs: 'suspicious',
  gives: ['examination', 'breast', 'view', 'marks', 'normal-tag'],
};
