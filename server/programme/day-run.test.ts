import { describe, expect, it } from 'vitest';
import { dayRunner, type OnDayProgress } from './day-run.ts';

/** A run that goes on when the test says so. */
function held() {
  const state: { told?: OnDayProgress; finish?: () => void; fail?: (error: Error) => void } = {};
  const run = (_days: number, told: OnDayProgress) =>
    new Promise<void>((finish, fail) => Object.assign(state, { told, finish, fail }));
  return { state, run };
}

const settled = () => new Promise((done) => setImmediate(done));

describe('days run in the background', () => {
  it('tell how far they have come', async () => {
    const { state, run } = held();
    const runner = dayRunner(run);
    expect(runner.start(4)).toMatchObject({ ok: true, value: { running: true, days: 4, share: 0 } });
    state.told?.({ done: 1, share: 0.5, step: 'reading' });
    expect(runner.progress()).toMatchObject({ running: true, done: 1, share: 0.375, step: 'reading' });
    state.finish?.();
    await settled();
    expect(runner.progress()).toMatchObject({ running: false, done: 4, share: 1, error: null });
  });

  it('are not started twice', async () => {
    const { state, run } = held();
    const runner = dayRunner(run);
    runner.start(1);
    expect(runner.start(1)).toMatchObject({ ok: false, refusal: { code: 'already-running' } });
    state.finish?.();
    await settled();
    expect(runner.start(1).ok).toBe(true);
  });

  it('that stop say so and can be started again', async () => {
    const { state, run } = held();
    const errors: unknown[] = [];
    const runner = dayRunner(run, (error) => errors.push(error));
    runner.start(2);
    state.fail?.(new RangeError('stopped'));
    await settled();
    expect(runner.progress()).toMatchObject({ running: false, error: 'RangeError' });
    expect(errors).toHaveLength(1);
    expect(runner.start(2)).toMatchObject({ ok: true, value: { error: null } });
  });
});
