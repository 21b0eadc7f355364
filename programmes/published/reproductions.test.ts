import { describe, expect, it } from 'vitest';
import { stands } from '#core/statistics/reproduction';
import { reproductions } from './reproductions.ts';

describe('the figures reproduced', () => {
  it.each(reproductions.map((r) => [r.id, r] as const))('%s', (_id, reproduction) => {
    const figures = reproduction.figures();
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter((figure) => !stands(figure))).toEqual([]);
  });

  it('names each source once', () => {
    const ids = reproductions.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
