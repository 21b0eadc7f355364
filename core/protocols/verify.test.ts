import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentProtocol, protocolPolicy } from '#programmes/breast-no/reading';
import { typicalCases } from '#programmes/protocols/typical-cases';
import { workedProtocol, workedProtocols } from '#programmes/protocols/worked';
import { anyHistory, anyProtocol, playHistory } from '#test/arbitrary-protocols';
import { type FaultCode, faultCodes } from './fault.ts';
import { expectedLoad, type WeightedAnswers } from './play.ts';
import { leastPolicy } from './policy.ts';
import { type Protocol, protocolSchema, type Step } from './protocol.ts';
import { typicalLoad } from './typical-case.ts';
import { verify } from './verify.ts';

const withSteps = (...steps: Step[]): Protocol => ({ id: 'test', version: '1', unit: 'exam', arms: { a: { steps } } });
const noRoutine = workedProtocol('no-routine');
const a: Step = { ai: 'a', model: 'M', scale: [1, 10], onFail: 'hold' };
const r1: Step = { read: 'r1', sees: ['priors'] };
const r2: Step = { read: 'r2', sees: ['priors'], not: ['r1'] };
const end: Step = { end: false };

describe('protocols that may be used', () => {
  it("today's routine, by the programme's own policy: always two reads", () => {
    const { faults, arms } = verify(noRoutine, protocolPolicy);
    expect(faults).toEqual([]);
    expect(arms.routine).toMatchObject({ paths: 7, fewestReads: 2, mostReads: 2 });
    expect(arms.routine?.ends).toEqual([
      { reads: 2, end: 'dismissed', paths: 3 },
      { reads: 2, end: 'negative', paths: 1 },
      { reads: 2, end: 'recall', paths: 3 },
    ]);
    expect(currentProtocol.protocol.arms[currentProtocol.arm]).toBeDefined();
  });
  it.each(workedProtocols.map((w) => w.protocol))('$id $version has no fault by the least policy', (protocol) =>
    expect(verify(protocol).faults).toEqual([]),
  );
  it('of the worked ones, these recall without consensus, which the programme does not allow', () => {
    const refused = workedProtocols.filter((w) => verify(w.protocol, protocolPolicy).faults.length > 0);
    expect(refused.map((w) => w.protocol.id)).toEqual(['ai-stream', 'band-pass', 'larsen-2022-11']);
    for (const { protocol } of refused)
      expect(new Set(verify(protocol, protocolPolicy).found.map((f) => f.code))).toEqual(new Set(['recall-alone']));
  });
  it('and these leave cases unread, where a programme asks for one read of each', () => {
    const one = { ...leastPolicy, minReads: 1 };
    const refused = workedProtocols.filter((w) =>
      verify(w.protocol, one).found.some((f) => f.code === 'too-few-reads'),
    );
    expect(refused.map((w) => w.protocol.id)).toEqual([
      'aitic',
      'band-pass',
      ...[3, 4, 5, 6, 9, 10, 11].map((n) => `larsen-2022-${n}`),
    ]);
  });
  it('says the fewest and most human reads, and when', () => {
    expect(verify(workedProtocol('aims-1')).arms.ai).toMatchObject({ fewestReads: 1, mostReads: 2 });
    expect(verify(workedProtocol('praim')).arms.ai).toMatchObject({ fewestReads: 2, mostReads: 4 });
    const { arms } = verify(workedProtocol('aitic'));
    expect(arms.ai).toMatchObject({ fewestReads: 0, mostReads: 2 });
    expect(arms.ai?.fewestWhen).toEqual([
      { kind: 'machine', name: 'a', field: 'score', band: { value: 7, from: null, to: 8 } },
    ]);
  });
  it('goes to JSON and back', () => {
    fc.assert(
      fc.property(anyProtocol, (protocol) => {
        expect(protocolSchema.parse(JSON.parse(JSON.stringify(protocol)))).toEqual(protocol);
      }),
    );
  });
  it('ends, whatever happens, unless a machine that must answer does not', () => {
    fc.assert(
      fc.property(anyHistory, ({ of: { protocol, arm }, given, order }) => {
        fc.pre(verify(protocol).faults.length === 0);
        const { end: ended } = playHistory(protocol, arm, given, order);
        if (given.ai.kind === 'result') expect(ended.kind).toBe('closed');
        else expect(['closed', 'waiting']).toContain(ended.kind);
      }),
      { numRuns: 200 },
    );
  });
});

/** Each fault in the plainest protocol that has it, and what is said of it. */
const faulty: Readonly<Record<FaultCode, readonly [Protocol, string]>> = {
  'no-arm': [{ ...withSteps(), arms: {} }, 'The protocol has no arm'],
  'one-arm': [{ ...withSteps(r1, end), unit: 'readingDay' }, 'There is one arm only: nothing to choose between'],
  'ratio-no-arm': [{ ...withSteps(r1, end), ratio: { a: 1, b: 1 } }, 'The ratio names "b", which is no arm'],
  'ratio-missing': [{ ...withSteps(r1, end), ratio: {} }, 'The ratio does not name the arm "a"'],
  'ratio-not-drawn': [
    { ...workedProtocol('praim'), ratio: { ai: 1, standard: 1 } },
    'There is a ratio, but nothing is drawn: every case is read both ways, or the reader chooses',
  ],
  'modality-late': [
    { ...workedProtocol('aims-4'), unit: 'exam' },
    'The arms differ in how images are taken, but the arm is known only after they are',
  ],
  'paired-arms': [
    { ...workedProtocol('aims-1'), paired: true, derived: { x: ['pos', 'c'] } },
    'A paired design has one arm: every case is read in all ways',
  ],
  'paired-no-strategy': [
    { ...withSteps(r1, end), paired: true },
    'A paired design says under "derived" which strategies are compared',
  ],
  'visibility-role': [
    { ...withSteps(r1, end), visibility: { researcher: ['r1'] } },
    '"researcher" is no role that sees a closed case',
  ],
  unknown: [
    { ...withSteps(r1, end), derived: { alone: ['pos', 'r9'] } },
    'a: alone asks about "r9", which no step gives and which is not known of the woman',
  ],
  'unknown-field': [
    withSteps(a, { ...r1, when: ['ge', 'a.scroe', 8] }, end),
    'a: r1 asks about "a.scroe", which there is no such value of',
  ],
  'not-yet': [
    withSteps({ ...r1, when: ['pos', 'r2'] }, r2, end),
    'a: r1 asks about r2, which has not happened by then',
  ],
  'not-an-opinion': [
    withSteps(a, { ...r1, when: ['pos', 'a'] }, end),
    'a: r1 asks whether a is positive, but it is no reader: compare its score with a limit',
  ],
  'no-number': [
    withSteps(r1, { consensus: 'c', min: 2, max: 3, sees: [] }, { end: ['ge', 'c', 1] }),
    'a: the end at step 3 compares c with a limit, but it has no value: name one of its values, or ask whether it recalls',
  ],
  'wrong-limit': [
    withSteps(a, { ...r1, when: ['eq', 'a.normalTag', 1] }, end),
    'a: r1 compares a.normalTag with 1: a number is compared with a number, a word with a word',
  ],
  'outside-scale': [
    withSteps(a, { ...r1, when: ['lt', 'a.pct', 101] }, end),
    'a: r1 compares a.pct with 101, outside its scale 0–100',
  ],
  'empty-scale': [withSteps({ ...a, scale: [5, 5] }, r1, end), 'a: the scale of a has nothing between its ends'],
  'sees-unbound': [
    withSteps({ read: 'r1', sees: ['a.score'] }, a, end),
    'a: r1 sees a.score, which does not exist by then',
  ],
  'sees-unknown': [
    withSteps(a, { read: 'r1', sees: ['a.mark'] }, end),
    'a: r1 sees a.mark, which there is no such part of',
  ],
  'sees-opinion': [
    withSteps(r1, { ...r2, sees: ['r1'] }, end),
    'a: r2 sees r1: a read is blind to other people’s opinions',
  ],
  forbidden: [
    { ...withSteps(a, r1, end), visibility: { coordinator: ['a.score'] } },
    'a.score, which the programme does not allow',
  ],
  'same-reader': [
    withSteps(r1, { read: 'r2', sees: [] }, end),
    "a: r2 may be done by the reader of r1: add not: ['r1']",
  ],
  'not-unbound': [
    withSteps({ ...r1, not: ['r2'] }, r2, end),
    'a: r1 excludes the reader of r2, who has not read by then',
  ],
  'revises-unbound': [
    withSteps({ read: 'r1b', sees: [], revises: 'r1' }, end),
    'a: r1b looks again at r1, which does not exist by then',
  ],
  'revises-no-read': [
    withSteps(a, { read: 'r1b', sees: [], revises: 'a' }, end),
    'a: r1b looks again at a, which is no read',
  ],
  seats: [
    withSteps(r1, { consensus: 'c', min: 3, max: 2, sees: ['r1'] }, end),
    'a: c asks for at least 3 but at most 2 people',
  ],
  'bound-twice': [withSteps(a, a, r1, end), 'a: a is used twice: only a read may be written in several bands'],
  'nothing-ends': [withSteps(r1), 'a: nothing ends the case'],
  'too-many-paths': [
    withSteps(
      a,
      ...Array.from({ length: 20 }, (_, i): Step => ({ read: 'r1', sees: [], when: ['eq', 'a.score', 1 + i / 4] })),
      ...Array.from(
        { length: 12 },
        (_, i): Step => ({
          read: `x${i}`,
          sees: [],
          not: ['r1', ...Array.from({ length: i }, (_each, j) => `x${j}`)],
        }),
      ),
      end,
    ),
    'a: there are more paths than can be gone through: use fewer limits and steps',
  ],
  'no-end': [
    withSteps(r1, r2, { end: true, when: ['pos', 'r1'] }),
    'a: when reader 1 is not positive and reader 2 is not positive: no end is reached (1 more path)',
  ],
  never: [withSteps(r1, end, r2), 'a: r2 never happens'],
  overlap: [
    withSteps(a, { ...r1, when: ['lt', 'a.score', 8] }, { ...r1, when: ['ge', 'a.score', 7] }, end),
    'a: when score 7: two bands of r1 hold at once',
  ],
  hole: [
    withSteps(a, { ...r1, when: ['lt', 'a.score', 8] }, { ...r1, when: ['gt', 'a.score', 9] }, end),
    'a: when score 8: no band of r1 holds',
  ],
  'not-read': [
    withSteps(a, { ...r1, when: ['lt', 'a.score', 8] }, end),
    'a: when score 8: nobody reads the case, and no end says so (1 more path)',
  ],
  'missing-unsaid': [
    withSteps(r1, { ...r2, when: ['ge', 'risk5y', 3] }, end),
    "a: r2 compares risk5y, which is not known of every woman: say somewhere what happens when it is missing (['missing', 'risk5y'])",
  ],
  'too-few-reads': [
    withSteps({ end: false, when: ['lt', 'age', 50] }, r1, end),
    'a: when age under 50: human reads: 0; at least 1 are required',
  ],
  'too-few-when-failed': [
    withSteps({ ...a, onFail: 'standard' }, { ...r1, when: ['ge', 'a.score', 1] }, end),
    "at least 2 are required when the machine fails, or hold the case (onFail: 'hold')",
  ],
  'recall-alone': [workedProtocol('band-pass'), 'band: when percentile 99.5: recalled without consensus (1 more path)'],
};

describe('faults', () => {
  const strict = {
    ...leastPolicy,
    minReads: 1,
    recallOnlyByConsensus: true,
    hidden: { coordinator: ['machine'] },
  } as const;
  it.each(faultCodes)('%s is found and said', (code) => {
    const [protocol, said] = faulty[code];
    const { found, faults } = verify(protocol, strict);
    expect(found.map((f) => f.code)).toContain(code);
    expect(faults.join('\n')).toContain(said);
  });
  it('are none where a risk that is not known has its own way', () => {
    const known = withSteps(r1, { ...r2, when: ['or', ['ge', 'risk5y', 3], ['missing', 'risk5y']] }, end);
    expect(verify(known, strict).found).toEqual([]);
    const wordless = withSteps(
      r1,
      { ...r2, when: ['and', ['eq', 'density', 'd'], ['not', ['missing', 'density']]] },
      end,
    );
    expect(verify(wordless, strict).found).toEqual([]);
  });
  it('are found in protocols that nobody would write, without an exception', () => {
    const name = fc.constantFrom('r1', 'r2', 'a', 'c', 'zz');
    const expr = fc.oneof(
      fc.boolean(),
      name.map((n) => ['pos', n] as const),
      fc.tuple(fc.constant('ge' as const), fc.constantFrom('a.score', 'r1', 'age', 'c', 'a.x'), fc.integer()),
    );
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ ai: name, model: fc.constant('M') }),
      fc.record({ read: name, sees: fc.array(name, { maxLength: 2 }), when: expr }),
      fc.record({ read: name, sees: fc.constant([]), revises: name }),
      fc.record({ consensus: name, min: fc.constant(2), max: fc.constant(1), sees: fc.array(name, { maxLength: 2 }) }),
      fc.record({ end: expr, when: expr }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        expect(Array.isArray(verify(withSteps(...steps), strict).faults)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('expected load', () => {
  const kind = (weight: number, one: 1 | 2, two: 1 | 2, recall: boolean, score = 1): WeightedAnswers => ({
    weight,
    reads: { r1: { left: one, right: 1 }, r2: { left: 1, right: two } },
    recall,
    ai: { a: { kind: 'result', values: { score } } },
    items: {},
  });
  it('of the routine is what BreastScreen Norway published (Hofvind 2009: 1,033,870 screenings)', () => {
    const load = typicalLoad(noRoutine, 'routine', typicalCases);
    expect(load.reads).toBeCloseTo(2000, 9);
    expect(load.consensus).toBeCloseTo(73.9, 1);
    expect(load.recalls).toBeCloseTo(34.9, 1);
  });
  it('of AIMS with 30 % in scores 8-10 is 1.3 reads a case (facts: studies 3.4)', () => {
    const aims1 = workedProtocol('aims-1');
    expect(expectedLoad(aims1, 'ai', [kind(7, 1, 1, false, 5), kind(3, 1, 1, false, 9)]).reads).toBeCloseTo(1300, 9);
    expect(typicalLoad(aims1, 'ai', typicalCases).reads).toBeCloseTo(1300, -1);
  });
  it('saves the reads that Larsen 2022 tells of: half in scenario 3, nine tenths in scenario 5', () => {
    const reads = (n: number) => typicalLoad(workedProtocol(`larsen-2022-${n}`), 'scenario', typicalCases).reads / 2000;
    expect(reads(3)).toBeCloseTo(0.5, 1);
    expect(reads(5)).toBeCloseTo(0.1, 1);
    expect(reads(11)).toBe(0);
  });
});
