import { describe, expect, it } from 'vitest';
import { answerSchema, checkAnswer } from '#core/ai/answer';
import { random } from '#core/kernel/random';
import { aiAnswer, aiArrival } from './ai-answer.ts';
import { demoAi } from './demo-ai.ts';
import type { Images } from './image.ts';

const images = (left: number, right: number): Images => ({
  left: { suspicion: 0, visible: undefined, ai: left },
  right: { suspicion: 0, visible: undefined, ai: right },
});

describe('the invented product', () => {
  it('answers as its registration says it does, whatever the images', () => {
    for (let i = 0; i < 500; i++) {
      const r = random('answer', i);
      const answer = aiAnswer(images(6 * r.next() - 2, 6 * r.next() - 2), r);
      expect(answerSchema.safeParse(answer).error).toBeUndefined();
      expect(checkAnswer(answer, demoAi).ok).toBe(true);
      expect(answer.score).toBe(Math.max(answer.left ?? 0, answer.right ?? 0));
      expect(Math.max(answer.views?.LCC ?? 0, answer.views?.LMLO ?? 0)).toBe(answer.left);
    }
  });
  it('marks a suspicious breast in both views, and tags what is not suspicious', () => {
    const one = aiAnswer(images(-1, 5), random('marks'));
    expect(new Set(one.marks?.map((m) => m.view))).toEqual(new Set(['RCC', 'RMLO']));
    expect(one.normalTag).toBe('none');
    expect(aiAnswer(images(-1, -1), random('tag'))).toMatchObject({ marks: [], normalTag: 'normal' });
  });
  it('fails and comes late now and then', () => {
    const arrivals = Array.from({ length: 5000 }, (_, i) => aiArrival(random('arrival', i)));
    for (const kind of ['failed', 'late'] as const) {
      const share = arrivals.filter((one) => one === kind).length / arrivals.length;
      expect(share).toBeGreaterThan(0.001);
      expect(share).toBeLessThan(0.01);
    }
  });
});
