import { describe, expect, it } from 'vitest';
import { currentProtocol, protocolPolicy } from '#programmes/breast-no/reading';
import { noRoutine } from '#programmes/protocols/no-routine';
import { workedProtocol, workedProtocols } from '#programmes/protocols/worked';
import { expectedLoad, type WeightedAnswers } from './play.ts';
import { type Protocol, protocolSchema, type Step } from './protocol.ts';
import { leastPolicy, verify } from './verify.ts';

const [aims1, aitic, aiStream, bandPass, edith, masai, praim] = [
  'aims-1',
  'aitic',
  'ai-stream',
  'band-pass',
  'edith',
  'masai',
  'praim',
].map((id) => workedProtocol(id)) as [Protocol, Protocol, Protocol, Protocol, Protocol, Protocol, Protocol];
const trialProtocols = workedProtocols.map((w) => w.protocol);
const withSteps = (...steps: Step[]): Protocol => ({ id: 'test', version: '1', unit: 'exam', arms: { a: { steps } } });
const faults = (...steps: Step[]) => verify(withSteps(...steps)).faults;
const r1: Step = { read: 'r1', sees: ['priors'] };
const r2: Step = { read: 'r2', sees: ['priors'], not: ['r1'] };

describe('protocols that may be used', () => {
  it("today's routine, by the programme's own policy: always two reads", () => {
    expect(verify(noRoutine, protocolPolicy)).toEqual({
      faults: [],
      arms: { routine: { paths: 7, fewestReads: 2, mostReads: 2 } },
    });
    expect(currentProtocol.protocol.arms[currentProtocol.arm]).toBeDefined();
  });
  it.each([aims1, masai, bandPass, praim, edith, aitic])('$id has no fault', (protocol) =>
    expect(verify(protocol).faults).toEqual([]),
  );
  it('AI-STREAM, held when the machine fails', () => expect(verify(aiStream).faults).toEqual([]));
  it('says the fewest and most human reads', () => {
    expect(verify(aims1).arms.ai).toMatchObject({ fewestReads: 1, mostReads: 2 });
    expect(verify(aitic).arms.ai).toMatchObject({ fewestReads: 0, mostReads: 2 });
    expect(verify(praim).arms.ai).toMatchObject({ fewestReads: 2, mostReads: 4 });
  });
  it.each([noRoutine, ...trialProtocols])('$id goes to JSON and back', (protocol) =>
    expect(protocolSchema.parse(JSON.parse(JSON.stringify(protocol)))).toEqual(protocol),
  );
});

describe('faults', () => {
  it('nothing ends', () => expect(faults(r1)).toContain('a: nothing ends the case'));
  it('a path without an end', () =>
    expect(faults(r1, r2, { end: true, when: ['pos', 'r1'] })).toContain(
      'a: when r1 negative, r2 negative: no end is reached',
    ));
  it('one reader twice', () =>
    expect(faults(r1, { read: 'r2', sees: [] }, { end: false })).toEqual([
      "a: r2 may be done by the reader of r1: add not: ['r1']",
    ]));
  it('a read that sees another', () =>
    expect(faults(r1, { read: 'r2', sees: ['r1'], not: ['r1'] }, { end: false })).toEqual([
      "a: r2 sees r1: a read is blind to other people's opinions",
    ]));
  it('what does not exist yet', () => {
    expect(faults({ read: 'r1', sees: ['a.score'] }, { ai: 'a', model: 'M' }, { end: false })).toEqual([
      'a: r1 sees a.score, which does not exist by then',
    ]);
    expect(faults({ ...r1, when: ['pos', 'r2'] }, r2, { end: false })).toContain(
      'a: r1 asks about r2, which has not happened by then',
    );
  });
  it('a gap between bands', () =>
    expect(
      faults(
        { ai: 'a', model: 'M', onFail: 'hold' },
        { ...r1, when: ['lt', 'a.score', 8] },
        { read: 'r1', sees: [], when: ['gt', 'a.score', 9] },
        { end: ['pos', 'r1'] },
      ),
    ).toEqual([
      'a: when a.score 8: nobody reads the case, and no end says so',
      'a: when a.score 8.5: nobody reads the case, and no end says so',
      'a: when a.score 9: nobody reads the case, and no end says so',
    ]));
  it('a machine without a way out', () =>
    expect(
      faults(
        { ai: 'a', model: 'M', onFail: 'standard' },
        { ...r1, when: ['ge', 'a.score', 1] },
        { end: ['pos', 'r1'] },
      ).join('\n'),
    ).toMatch(/a fails, r1 negative: 1 human reads, at least 2 are required when the machine fails/));
  it('recall without consensus, where the programme forbids it', () =>
    expect(verify(bandPass, { ...leastPolicy, recallOnlyByConsensus: true }).faults).toContain(
      'band: when a.pct 99.5: recalled without consensus',
    ));
  it('a consensus that nobody can hold', () =>
    expect(faults(r1, { consensus: 'c', min: 3, max: 2, sees: ['r1'] }, { end: ['pos', 'c'] })).toEqual([
      'a: c asks for at least 3 but at most 2 members',
    ]));
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
    const [discordant, concordant, dismissed] = [54_447, 21_928, 40_312];
    const positive = discordant + concordant;
    const load = expectedLoad(noRoutine, 'routine', [
      kind(1_033_870 - positive, 1, 1, false),
      kind(discordant, 2, 1, false),
      kind(concordant, 2, 2, false),
    ]);
    expect(load.reads).toBe(2000);
    expect(load.consensus).toBeCloseTo(73.9, 1);
    const decided = expectedLoad(noRoutine, 'routine', [
      kind(1_033_870 - positive, 1, 1, false),
      kind(dismissed, 2, 1, false),
      kind(positive - dismissed, 2, 2, true),
    ]);
    expect(decided.recalls).toBeCloseTo(34.9, 1);
  });
  it('of AIMS with 30 % in scores 8-10 is 1.3 reads a case (facts: studies 3.4)', () => {
    expect(expectedLoad(aims1, 'ai', [kind(7, 1, 1, false, 5), kind(3, 1, 1, false, 9)]).reads).toBeCloseTo(1300, 9);
  });
});
