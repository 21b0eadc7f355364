import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AiFact } from '#core/protocols/facts';
import { countingFact } from './counting-fact.ts';

const failed: AiFact = { kind: 'failed' };
const result = (score: number): AiFact => ({ kind: 'result', values: { score } });

describe('the fact that a case goes by', () => {
  it('is the first word', () => {
    expect(countingFact({}, [], false)).toBeUndefined();
    expect(countingFact({}, [result(3), result(9), failed], false)).toEqual(result(3));
    expect(countingFact({}, [failed, result(3)], false)).toEqual(failed);
  });
  it('is a failure when it was late, whatever comes after', () => {
    expect(countingFact({}, [result(3)], true)).toEqual(failed);
  });
  it('is the first answer, however late, where the case is held for the machine', () => {
    expect(countingFact({ onFail: 'hold' }, [failed, result(3), result(4)], true)).toEqual(result(3));
    expect(countingFact({ onFail: 'hold' }, [failed], false)).toEqual(failed);
  });
  it('is never changed by what comes later, except a failure where the case is held', () => {
    const said = fc.array(fc.oneof(fc.constant(failed), fc.integer({ min: 1, max: 10 }).map(result)), { minLength: 1 });
    fc.assert(
      fc.property(said, said, fc.constantFrom('standard', 'hold'), (first, more, onFail) => {
        const before = countingFact({ onFail }, first, false);
        const after = countingFact({ onFail }, [...first, ...more], false);
        if (onFail === 'standard' || before?.kind === 'result') expect(after).toEqual(before);
      }),
    );
  });
});
