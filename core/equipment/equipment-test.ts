/**
 * Tests of equipment as data: what is measured, what is worked out from it, the limits, how often, by whom, and what a
 * value beyond a limit means. This file only works out and compares; the programme's list says what.
 */
import { ok, type Result, refuse } from '#core/kernel/result';
import { largestGsdfDeviation } from './gsdf.ts';

export const equipmentKinds = ['mammograph', 'display', 'reading-room'] as const;
export type EquipmentKind = (typeof equipmentKinds)[number];

export const testerRoles = ['physicist', 'radiographer'] as const;
export type TesterRole = (typeof testerRoles)[number];

/** What the tester writes down: a number, whether something is as it should be, or a row of numbers. */
export type TestInput = {
  readonly id: string;
  readonly kind: 'number' | 'yes-no' | 'list';
  readonly unit: string;
  /** For a list: how many numbers. */
  readonly count?: number | undefined;
};

/** How a figure comes from the inputs named beside it. */
export const figureRules = [
  /** The input itself; yes is 1, no is 0. */
  'input',
  /** (brightest + ambient) / (darkest + ambient). */
  'luminance-ratio',
  /** Largest deviation of contrast from the greyscale standard display function, per cent; a list and the ambient light. */
  'gsdf',
  /** 200 (largest - smallest) / (largest + smallest) of a list, per cent (AAPM TG18, luminance non-uniformity). */
  'non-uniformity',
  /** 200 |a - b| / (a + b), per cent. */
  'difference',
  /** Largest deviation from the mean of a list, per cent of the mean. */
  'spread',
  /** 100 a / b. */
  'share',
] as const;
export type FigureRule = (typeof figureRules)[number];

/** The source of a limit that has none. */
export const CONFIGURATION = 'Configuration';

export type TestFigure = {
  readonly id: string;
  readonly unit: string;
  readonly decimals: number;
  readonly rule: FigureRule;
  readonly inputs: readonly string[];
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Beyond the limit it is not used until mended; otherwise it is mended within the test's days. */
  readonly suspends: boolean;
  /** Where the limit is from; CONFIGURATION when nowhere. */
  readonly source: string;
};

export type EquipmentTest = {
  readonly id: string;
  readonly equipment: EquipmentKind;
  readonly everyDays: number;
  readonly by: readonly TesterRole[];
  readonly mendWithinDays: number;
  readonly inputs: readonly TestInput[];
  readonly figures: readonly TestFigure[];
};

export type Measured = Readonly<Record<string, number | boolean | readonly number[]>>;

export type Finding = {
  readonly figure: string;
  readonly value: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly within: boolean;
  readonly suspends: boolean;
};

export const testResults = ['passed', 'failed', 'suspended'] as const;
export type TestResult = (typeof testResults)[number];

export type Evaluation = { readonly findings: readonly Finding[]; readonly result: TestResult };

/**
 * Works out the figures of a test and holds each to its limit. A limit itself is within. Refuses `value-missing` when an
 * input is not given as it should be, and `cannot-be-judged` when a figure does not come out (levels that do not rise).
 */
export function evaluateTest(
  test: EquipmentTest,
  measured: Measured,
): Result<Evaluation, 'value-missing' | 'cannot-be-judged'> {
  for (const input of test.inputs) {
    if (!isGiven(input, measured[input.id]))
      return refuse('value-missing', `${input.id}: expected ${input.kind}`, { input: input.id });
  }
  const findings: Finding[] = [];
  for (const figure of test.figures) {
    const value = figureOf(figure, measured);
    if (value === undefined || !Number.isFinite(value))
      return refuse('cannot-be-judged', `${figure.id} does not come out of what was measured`, { figure: figure.id });
    const { min = null, max = null, suspends } = figure;
    const within = (min === null || value >= min) && (max === null || value <= max);
    findings.push({ figure: figure.id, value, min, max, within, suspends });
  }
  const beyond = findings.filter((finding) => !finding.within);
  const result = beyond.some((finding) => finding.suspends) ? 'suspended' : beyond.length > 0 ? 'failed' : 'passed';
  return ok({ findings, result });
}

function isGiven({ kind, count }: TestInput, value: Measured[string] | undefined): boolean {
  if (kind === 'yes-no') return typeof value === 'boolean';
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  return Array.isArray(value) && value.length === count && value.every((one) => Number.isFinite(one));
}

function figureOf({ rule, inputs }: TestFigure, measured: Measured): number | undefined {
  const values = inputs.map((id) => measured[id]);
  const numbers = values.flatMap((value) => (typeof value === 'object' ? [] : [Number(value)]));
  const list = values.find((value): value is readonly number[] => typeof value === 'object') ?? [];
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = numbers;
  switch (rule) {
    case 'input':
      return a;
    case 'luminance-ratio':
      return (a + c) / (b + c);
    case 'gsdf': {
      const deviation = largestGsdfDeviation(list.map((level) => level + a));
      return deviation === undefined ? undefined : 100 * deviation;
    }
    case 'non-uniformity': {
      const [low, high] = [Math.min(...list), Math.max(...list)];
      return (200 * (high - low)) / (high + low);
    }
    case 'difference':
      return (200 * Math.abs(a - b)) / (a + b);
    case 'spread': {
      const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
      return (100 * Math.max(...list.map((value) => Math.abs(value - mean)))) / mean;
    }
    case 'share':
      return (100 * a) / b;
  }
}
