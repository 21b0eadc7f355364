import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workedProtocol } from '#programmes/protocols/worked';
import { anyArm } from '#test/arbitrary-protocols';
import { bandsInWords } from './bands-in-words.ts';
import { flowOf } from './flow.ts';
import { bindModels, modelsOf } from './bind-models.ts';
import { stepsOf } from './protocol.ts';
import { conditionInWords, labelOf, namingOf, stepsInWords } from './words.ts';
import { boundBy } from './protocol.ts';
import { english } from './words-en.ts';

describe('a protocol in words', () => {
  it('has a sentence for each step, that names it', () => {
    fc.assert(
      fc.property(anyArm, ({ protocol, arm }) => {
        const sentences = stepsInWords(protocol, arm, english);
        const naming = namingOf(protocol, arm, english);
        stepsOf(protocol, arm).forEach((step, i) => {
          const name = 'read' in step ? (step.revises ?? step.read) : boundBy(step);
          expect(sentences[i]?.toLowerCase()).toContain(name === undefined ? 'the case ends' : labelOf(name, naming));
          expect(sentences[i]).toMatch(/^[A-Z].*\.$/);
          expect(sentences[i]).not.toMatch(/undefined|\[object/);
        });
        expect(sentences).toHaveLength(stepsOf(protocol, arm).length);
      }),
    );
  });
  it('AIMS 1: each step, and who reads in each band', () => {
    const aims1 = workedProtocol('aims-1');
    expect(stepsInWords(aims1, 'ai', english)[2]).toBe(
      'If score is 8 or more: reader 2 reads, not the same person as reader 1, sees earlier images and everything the machine gives.',
    );
    expect(bandsInWords(aims1, 'ai', english)).toEqual([
      'Score 1–7: one reader, who sees earlier images and everything the machine gives.',
      'Score 8–10: two readers, both see earlier images and everything the machine gives.',
      'When the machine gives no answer: two readers, both see earlier images and everything the machine gives.',
    ]);
    expect(stepsInWords(aims1, 'control', english)[0]).toContain('its result is sealed');
  });
  it('MASAI: marks from 8, two readers at 10', () =>
    expect(bandsInWords(workedProtocol('masai'), 'ai', english)).toEqual([
      'Score 1–7: one reader, who sees earlier images and score.',
      'Score 8–9: one reader, who sees earlier images, score and marks.',
      'Score 10: two readers, both see earlier images, score and marks.',
      'When the machine gives no answer: two readers.',
    ]));
  it('band-pass: who is not read, and who is recalled', () =>
    expect(bandsInWords(workedProtocol('band-pass'), 'band', english)).toEqual([
      'Percentile under 50: no reader; the case ends without recall.',
      'Percentile between 50 and 99.5: two readers, both see earlier images.',
      'Percentile 99.5 or more: no reader; the case ends with recall.',
      'When the machine gives no answer: two readers, both see earlier images.',
    ]));
  it('scenario 9 of Larsen 2022: a limit between whole numbers', () =>
    expect(bandsInWords(workedProtocol('larsen-2022-9'), 'scenario', english).slice(0, 3)).toEqual([
      'Score under 6: no reader; the case ends without recall.',
      'Score between 6 and 8.5: one reader, who sees earlier images.',
      'Score 8.5 or more: two readers, both see earlier images.',
    ]));
  it.each([
    [['not', ['and', ['pos', 'r1'], ['ge', 'a.score', 8]]], 'reader 1 is not positive or score is under 8'],
    [
      ['and', ['pos', 'c'], ['or', ['pos', 'r1'], ['missing', 'a']]],
      'consensus recalls and (reader 1 is positive or the machine gives no answer)',
    ],
    [
      ['or', ['or', ['pos', 'r1'], ['pos', 'r2']], ['disagree', 'r1', 'r2']],
      'reader 1 is positive or reader 2 is positive or reader 1 and reader 2 disagree',
    ],
    [['not', ['missing', 'density']], 'breast density is known'],
    [['ge', 'r1.left', 3], 'score of the left breast from reader 1 is 3 or more'],
  ] as const)('%j', (expr, words) =>
    expect(conditionInWords(expr, namingOf(workedProtocol('aims-1'), 'ai', english))).toBe(words),
  );
});

describe('the drawn flow', () => {
  it('has a box for each step, none on another, and arrows that go down or aside', () => {
    fc.assert(
      fc.property(anyArm, ({ protocol, arm }) => {
        const flow = flowOf(protocol, arm, english);
        expect(flow.boxes).toHaveLength(stepsOf(protocol, arm).length);
        flow.boxes.forEach((a, i) => {
          expect(a.x >= 0 && a.x + a.width <= flow.width && a.y + a.height <= flow.height).toBe(true);
          for (const b of flow.boxes.slice(i + 1))
            expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(
              true,
            );
        });
        for (const { x1, y1, x2, y2 } of flow.arrows) expect(y2 > y1 || (y2 === y1 && x2 > x1)).toBe(true);
      }),
    );
  });

  it('sets reads that are all done between bars, and the bands of one read under a diamond', () => {
    const signs = (id: string, arm: string) => {
      const { forks, words } = flowOf(workedProtocol(id), arm, english);
      return [forks.map(({ kind }) => kind), words.map(({ text }) => text)];
    };
    expect(signs('aims-1', 'control')).toEqual([['all', 'all'], ['and']]);
    expect(signs('masai', 'ai')[0]).toContain('one');
    expect(signs('masai', 'ai')[1]).toContain('or');
    expect(signs('praim', 'ai')).toEqual([[], []]);
  });
});

it('binds the published product to that of the installation', () => {
  const aims1 = workedProtocol('aims-1');
  expect(modelsOf(bindModels(aims1, { transpara: 'demo-ai' }))).toEqual(['demo-ai']);
  expect(bindModels(aims1, {})).toEqual(aims1);
});
