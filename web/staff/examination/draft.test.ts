import { describe, expect, it } from 'vitest';
import { emptyDraft, gapsOf, imagesToTake, isNormal, reportOf, withInterview, withView } from './draft.ts';

const viewReports = (draft: Parameters<typeof reportOf>[0]) => reportOf(draft)?.views;

const mastectomy = {
  ...emptyDraft.interview,
  earlierSurgery: [{ kind: 'mastectomy' as const, side: 'left' as const, year: null }],
};

describe('draft', () => {
  it('starts normal with four ungraded images, and stays normal when they are graded', () => {
    expect(isNormal(emptyDraft)).toBe(true);
    expect(viewReports(emptyDraft)?.map((v) => v.taken && v.deviations)).toEqual([null, null, null, null]);
    const graded = { ...emptyDraft, graded: true };
    expect(isNormal(graded)).toBe(true);
    expect(viewReports(graded)?.map((v) => v.taken && v.deviations)).toEqual([[], [], [], []]);
  });

  it('takes the views of a removed breast away, and brings them back when the surgery is taken out again', () => {
    const without = withInterview(emptyDraft, mastectomy);
    expect(isNormal(without)).toBe(false);
    expect(
      viewReports(without)
        ?.filter((v) => v.taken)
        .map((v) => v.view),
    ).toEqual(['RCC', 'RMLO']);
    expect(isNormal(withInterview(without, emptyDraft.interview))).toBe(true);
  });

  it('is not normal when other images were taken than were to be', () => {
    expect(imagesToTake(undefined)).toBe('DM');
    expect(imagesToTake('DM+US')).toBe('DM');
    expect(imagesToTake('DBT')).toBe('DBT');
    expect(isNormal({ ...emptyDraft, modality: 'DBT' })).toBe(false);
  });

  it('cannot be sent while a missing view has no reason', () => {
    const missing = withView(emptyDraft, 'RCC', { taken: false });
    expect(viewReports(missing)).toBeUndefined();
    expect(viewReports(withView(missing, 'RCC', { missing: 'pain' }))?.[0]).toEqual({
      view: 'RCC',
      taken: false,
      missing: 'pain',
    });
  });

  it('chooses nothing for her: what is begun waits for its answer, and says where', () => {
    const lump = { kind: 'lump', side: null, since: 'unknown' } as const;
    const begun = withInterview(emptyDraft, { ...emptyDraft.interview, symptoms: [lump] });
    expect(gapsOf(begun)).toEqual(['symptoms']);
    expect(reportOf(begun)).toBeUndefined();
    const said = withInterview(begun, { ...begun.interview, symptoms: [{ ...lump, side: 'left' }] });
    expect(reportOf(said)?.interview.symptoms).toEqual([{ kind: 'lump', side: 'left', since: 'unknown' }]);

    const removed = { kind: 'mastectomy', side: null, year: null } as const;
    const operated = withInterview(emptyDraft, { ...emptyDraft.interview, earlierSurgery: [removed] });
    expect(gapsOf(operated)).toEqual(['surgery']);
    expect(operated.views.LCC.taken).toBe(true);

    const again = withView(emptyDraft, 'LCC', { retakes: 1 });
    expect(gapsOf(again)).toEqual(['LCC']);
    expect(gapsOf(withView(again, 'LCC', { retakeReasons: ['movement'] }))).toEqual([]);
  });

  it('grades an image that has a deviation, also without the tick', () => {
    const one = withView(emptyDraft, 'LMLO', { deviations: [{ criterion: 'symmetry', degree: 'minor' }] });
    expect(viewReports(one)?.[3]).toMatchObject({ deviations: [{ criterion: 'symmetry' }] });
  });
});
