import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { afterUndo, mayUndo } from './undo-rebooking.ts';

const today = day('2026-11-23');
const woman = { oldDay: day('2026-12-01'), given: 'invited', hasOther: false, told: false, oldTimeFree: true } as const;

describe('taking a rebooking back', () => {
  it('is possible for some days, once', () => {
    expect(mayUndo({ madeOn: day('2026-11-21'), undoneOn: null }, today, 2).ok).toBe(true);
    expect(mayUndo({ madeOn: day('2026-11-20'), undoneOn: null }, today, 2)).toMatchObject({
      refusal: { code: 'too-late' },
    });
    expect(mayUndo({ madeOn: today, undoneOn: today }, today, 2)).toMatchObject({
      refusal: { code: 'undone-already' },
    });
  });

  it('gives the old time back to who has heard nothing and changed nothing', () => {
    expect(afterUndo(woman, today)).toBe('restore');
    expect(afterUndo({ ...woman, given: null }, today)).toBe('restore');
  });

  it('leaves the others as they are, and says why', () => {
    expect(afterUndo({ ...woman, told: true }, today)).toBe('told');
    expect(afterUndo({ ...woman, given: 'confirmed' }, today)).toBe('changed-since');
    expect(afterUndo({ ...woman, given: null, hasOther: true }, today)).toBe('changed-since');
    expect(afterUndo({ ...woman, oldDay: today }, today)).toBe('over');
    expect(afterUndo({ ...woman, oldTimeFree: false }, today)).toBe('taken');
  });
});
