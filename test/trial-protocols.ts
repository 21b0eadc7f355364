/**
 * Reading protocols of real trials and services, written in the protocol language: to show that it can say them, and to try
 * the interpreter. None of them is approved for use here. Sources beside each; limits that are not published are examples.
 */
import type { Expr, Protocol, Step } from '#core/protocols/protocol';
import { anyPositive, independentDoubleReading } from '#programmes/protocols/no-routine';

const E: Expr = ['pos', 'c'];

/** AIMS Norway, NCT06032390: score 1-7 one radiologist, 8-10 two. What readers see while reading is not published. */
export const aims1: Protocol = {
  id: 'aims-1',
  version: '1',
  unit: 'woman',
  ratio: { control: 1, ai: 1 },
  arms: {
    control: { steps: [{ ai: 'a', model: 'T', onFail: 'standard' }, ...independentDoubleReading] },
    ai: {
      steps: [
        { ai: 'a', model: 'T', onFail: 'standard' },
        { read: 'r1', sees: ['priors', 'a.all'] },
        { read: 'r2', sees: ['priors', 'a.all'], not: ['r1'], when: ['ge', 'a.score', 8] },
        { consensus: 'c', min: 2, max: 3, sees: ['a.all', 'r1', 'r2'], when: anyPositive },
        { end: E },
      ],
    },
  },
};

/** MASAI, NCT04838756: score 1-9 one reader, 10 two; marks for 8-10; the highest 1 % recalled unless members say otherwise. */
export const masai: Protocol = {
  id: 'masai',
  version: '1',
  unit: 'exam',
  ratio: { control: 1, ai: 1 },
  arms: {
    control: { steps: independentDoubleReading },
    ai: {
      steps: [
        { ai: 'a', model: 'T', onFail: 'standard' },
        { read: 'r1', sees: ['priors', 'a.score'], when: ['lt', 'a.score', 8] },
        { read: 'r1', sees: ['priors', 'a.score', 'a.marks'], when: ['ge', 'a.score', 8] },
        { read: 'r2', sees: ['priors', 'a.score', 'a.marks'], not: ['r1'], when: ['ge', 'a.score', 10] },
        { consensus: 'c', min: 2, max: 3, sees: ['a.all', 'r1', 'r2'], default: 'recall', when: ['ge', 'a.pct', 99] },
        { consensus: 'd', min: 2, max: 3, sees: ['a.all', 'r1', 'r2'], when: ['and', anyPositive, ['missing', 'c']] },
        { end: ['or', E, ['pos', 'd']] },
      ],
    },
  },
};

/** BRAIx band-pass (Frazer 2024): the lowest are not read, the highest go straight to recall; limits are examples. */
export const bandPass: Protocol = {
  id: 'band-pass',
  version: '1',
  unit: 'exam',
  arms: {
    band: {
      steps: [
        { ai: 'a', model: 'B', onFail: 'standard' },
        { end: false, when: ['lt', 'a.pct', 50] },
        { end: true, when: ['ge', 'a.pct', 99.5] },
        ...independentDoubleReading,
      ],
    },
  },
};

/** PRAIM (Germany): the reader who finds nothing where the machine is highly suspicious is shown the area and looks again. */
const praimReader = (name: string, not: readonly string[]): readonly Step[] => [
  { read: name, sees: ['priors', 'a.normalTag'], not },
  { read: `${name}b`, revises: name, sees: ['a.marks'], when: ['and', ['not', ['pos', name]], ['ge', 'a.pct', 98.5]] },
];
export const praim: Protocol = {
  id: 'praim',
  version: '1',
  unit: 'readerChoice',
  arms: {
    ai: {
      steps: [
        { ai: 'a', model: 'V', onFail: 'standard' },
        ...praimReader('r1', []),
        ...praimReader('r2', ['r1']),
        {
          consensus: 'c',
          min: 2,
          max: 3,
          sees: ['a.all', 'r1', 'r1b', 'r2', 'r2b'],
          when: ['or', anyPositive, ['pos', 'r1b'], ['pos', 'r2b']],
        },
        { end: E },
      ],
    },
  },
};

/** EDITH arm 2 (UK), also Ng 2023: after the humans the machine looks for missed cancers. */
export const edith2: Protocol = {
  id: 'edith-2',
  version: '1',
  unit: 'woman',
  arms: {
    ai: {
      steps: [
        ...independentDoubleReading.slice(0, 3),
        { ai: 'a', model: 'P', onFail: 'standard' },
        {
          consensus: 'x',
          min: 1,
          max: 2,
          sees: ['a.marks'],
          when: ['and', ['not', ['pos', 'c']], ['ge', 'a.pct', 97]],
        },
        { end: ['or', E, ['pos', 'x']] },
      ],
    },
  },
};

/** AI-STREAM (Korea): one radiologist decides without, then with the machine. */
export const aiStream: Protocol = {
  id: 'ai-stream',
  version: '1',
  unit: 'exam',
  paired: true,
  arms: {
    reader: {
      steps: [
        { read: 'r1', sees: ['priors'] },
        { ai: 'a', model: 'K', onFail: 'hold' },
        { read: 'r1b', revises: 'r1', sees: ['a.all'] },
        { end: ['pos', 'r1b'] },
      ],
    },
  },
  derived: { withoutAI: ['pos', 'r1'] },
};

/** AITIC (Córdoba 2026): the low-risk band is read by nobody. */
export const aitic: Protocol = {
  id: 'aitic',
  version: '1',
  unit: 'exam',
  arms: {
    ai: {
      steps: [
        { ai: 'a', model: 'T', onFail: 'standard' },
        { end: false, when: ['lt', 'a.pct', 64] },
        { read: 'r1', sees: ['priors', 'a.all'] },
        { read: 'r2', sees: ['priors', 'a.all'], not: ['r1'] },
        { consensus: 'c', min: 2, max: 3, sees: ['priors', 'a.all', 'r1', 'r2'], when: anyPositive },
        { end: E },
      ],
    },
  },
};

export const trialProtocols: readonly Protocol[] = [aims1, masai, bandPass, praim, edith2, aiStream, aitic];
