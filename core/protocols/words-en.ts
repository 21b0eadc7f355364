/**
 * The words of protocols in English: for the command line and for refusals, and the shape that web/text/nb and nn have too.
 * Clauses are put together by words.ts, which begins each sentence with a capital and ends it with a full stop.
 */
import type { FaultCode } from './fault.ts';
import type { KnownItem, MachineItem } from './known.ts';

/** What a fault is about, in words. */
type About = Readonly<Record<string, string>>;

const fields: Readonly<Record<MachineItem, string>> = {
  score: 'score',
  left: 'score of the left breast',
  right: 'score of the right breast',
  pct: 'percentile',
  normalTag: 'tag',
  density: 'measured density',
  quality: 'image quality',
  risk: 'risk',
  marks: 'marks',
  all: 'everything the machine gives',
};
const items: Readonly<Record<KnownItem, string>> = { age: 'age', density: 'breast density', risk5y: 'five-year risk' };

const faults: Readonly<Record<FaultCode, (f: About) => string>> = {
  'no-arm': () => 'the protocol has no arm',
  'one-arm': () => 'there is one arm only: nothing to choose between',
  'ratio-no-arm': (f) => `the ratio names "${f.arm}", which is no arm`,
  'ratio-missing': (f) => `the ratio does not name the arm "${f.arm}"`,
  'ratio-not-drawn': () =>
    'there is a ratio, but nothing is drawn: every case is read both ways, or the reader chooses',
  'modality-late': () => 'the arms differ in how images are taken, but the arm is known only after they are',
  'paired-arms': () => 'a paired design has one arm: every case is read in all ways',
  'paired-no-strategy': () => 'a paired design says under "derived" which strategies are compared',
  'visibility-role': (f) => `"${f.role}" is no role that sees a closed case`,
  unknown: (f) => `${f.at} asks about "${f.ref}", which no step gives and which is not known of the woman`,
  'unknown-field': (f) => `${f.at} asks about "${f.ref}", which there is no such value of`,
  'not-yet': (f) => `${f.at} asks about ${f.ref}, which has not happened by then`,
  'not-an-opinion': (f) =>
    `${f.at} asks whether ${f.ref} is positive, but it is no reader: compare its score with a limit`,
  'no-number': (f) =>
    `${f.at} compares ${f.ref} with a limit, but it has no value: name one of its values, or ask whether it recalls`,
  'wrong-limit': (f) =>
    `${f.at} compares ${f.ref} with ${f.value}: a number is compared with a number, a word with a word`,
  'outside-scale': (f) => `${f.at} compares ${f.ref} with ${f.value}, outside its scale ${f.low}–${f.high}`,
  'missing-unsaid': (f) =>
    `${f.at} compares ${f.ref}, which is not known of every woman: say somewhere what happens when it is missing (['missing', '${f.ref}'])`,
  'empty-scale': (f) => `the scale of ${f.at} has nothing between its ends`,
  'sees-unbound': (f) => `${f.at} sees ${f.item}, which does not exist by then`,
  'sees-unknown': (f) => `${f.at} sees ${f.item}, which there is no such part of`,
  'sees-opinion': (f) => `${f.at} sees ${f.item}: a read is blind to other people’s opinions`,
  forbidden: (f) => `${f.at} sees ${f.item}, which the programme does not allow`,
  'same-reader': (f) => `${f.at} may be done by the reader of ${f.name}: add not: ['${f.name}']`,
  'not-unbound': (f) => `${f.at} excludes the reader of ${f.name}, who has not read by then`,
  'revises-unbound': (f) => `${f.at} looks again at ${f.name}, which does not exist by then`,
  'revises-no-read': (f) => `${f.at} looks again at ${f.name}, which is no read`,
  seats: (f) => `${f.at} asks for at least ${f.min} but at most ${f.max} people`,
  'bound-twice': (f) => `${f.at} is used twice: only a read may be written in several bands`,
  'nothing-ends': () => 'nothing ends the case',
  'too-many-paths': () => 'there are more paths than can be gone through: use fewer limits and steps',
  'no-end': () => 'no end is reached',
  never: (f) => `${f.at} never happens`,
  overlap: (f) => `two bands of ${f.at} hold at once`,
  hole: (f) => `no band of ${f.at} holds`,
  'not-read': () => 'nobody reads the case, and no end says so',
  'too-few-reads': (f) => `human reads: ${f.reads}; at least ${f.least} are required`,
  'too-few-when-failed': (f) =>
    `human reads: ${f.reads}; at least ${f.least} are required when the machine fails, or hold the case (onFail: 'hold')`,
  'recall-alone': () => 'recalled without consensus',
};

export const english = {
  number: (value: number) => String(value),
  list: (parts: readonly string[]) =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`,
  label: {
    reader: (n: number) => `reader ${n}`,
    again: (reader: string) => `${reader}’s second look`,
    consensus: 'consensus',
    consensusNamed: (name: string) => `consensus ${name}`,
    machine: 'the machine',
    machineNamed: (name: string) => `machine ${name}`,
    step: (n: number) => `step ${n}`,
    end: (n: number) => `the end at step ${n}`,
  },
  fields,
  items,
  of: (what: string, whose: string) => `${what} from ${whose}`,
  opinion: (reader: string) => `${reader}’s opinion`,
  priors: 'earlier images',
  condition: {
    always: 'always',
    never: 'never',
    positive: (who: string) => `${who} is positive`,
    negative: (who: string) => `${who} is not positive`,
    recalls: (who: string) => `${who} recalls`,
    dismisses: (who: string) => `${who} does not recall`,
    ge: (what: string, v: string) => `${what} is ${v} or more`,
    gt: (what: string, v: string) => `${what} is over ${v}`,
    lt: (what: string, v: string) => `${what} is under ${v}`,
    le: (what: string, v: string) => `${what} is at most ${v}`,
    eq: (what: string, v: string) => `${what} is ${v}`,
    ne: (what: string, v: string) => `${what} is not ${v}`,
    missing: (what: string) => `${what} is missing`,
    given: (what: string) => `${what} is known`,
    notDone: (who: string) => `${who} has not taken place`,
    done: (who: string) => `${who} has taken place`,
    silent: (who: string) => `${who} gives no answer`,
    answers: (who: string) => `${who} answers`,
    disagree: (a: string, b: string) => `${a} and ${b} disagree`,
    agree: (a: string, b: string) => `${a} and ${b} agree`,
    and: (parts: readonly string[]) => parts.join(' and '),
    or: (parts: readonly string[]) => parts.join(' or '),
  },
  step: {
    machine: (who: string, product: string) => `${who} (${product}) analyses the images`,
    hold: 'if it gives no answer, the case waits for it',
    standard: 'if it gives no answer, the case is read as if it were not there',
    sealed: 'its result is sealed: nobody sees it, and nothing depends on it',
    read: (who: string) => `${who} reads`,
    again: (who: string) => `${who} looks again`,
    senior: 'a senior radiologist',
    notSame: (others: string) => `not the same person as ${others}`,
    sees: (what: string) => `sees ${what}`,
    seesNothing: 'sees nothing but the images',
    consensus: (who: string, min: number, max: number) =>
      `${who} of ${min === max ? min : `${min}–${max}`} ${max === 1 ? 'person' : 'people'}`,
    proposed: { recall: 'recall is proposed', dismiss: 'not to recall is proposed' },
    ends: {
      recall: 'the case ends with recall',
      negative: 'the case ends without recall',
      by: (condition: string) => `the case ends, with recall if ${condition}, else without`,
    },
    when: (condition: string, what: string) => `if ${condition}: ${what}`,
  },
  /** Between boxes of the drawing: all of them happen, or one of them. */
  flow: { all: 'and', one: 'or' },
  band: {
    under: (what: string, v: string) => `${what} under ${v}`,
    over: (what: string, v: string) => `${what} over ${v}`,
    from: (what: string, v: string) => `${what} ${v} or more`,
    upTo: (what: string, v: string) => `${what} at most ${v}`,
    between: (what: string, a: string, b: string) => `${what} between ${a} and ${b}`,
    range: (what: string, a: string, b: string) => `${what} ${a}–${b}`,
    exactly: (what: string, v: string) => `${what} ${v}`,
    readers: (n: number) => ['no reader', 'one reader', 'two readers', 'three readers'][n] ?? `${n} readers`,
    see: (n: number, what: string) => `${n === 1 ? 'who sees' : n === 2 ? 'both see' : 'all see'} ${what}`,
    oneSenior: 'one of them a senior radiologist',
    waits: 'the case waits',
  },
  path: {
    when: (points: string) => `when ${points}`,
    more: (n: number) => (n === 1 ? '1 more path' : `${n} more paths`),
  },
  faults,
  change: {
    whole: {
      unit: 'what is drawn',
      ratio: 'ratio',
      strata: 'strata',
      paired: 'paired',
      derived: 'strategies',
      assume: 'assumed in replay',
      visibility: 'seen of a closed case',
    },
    part: {
      modality: 'how images are taken',
      model: 'product',
      scale: 'scale',
      onFail: 'when it gives no answer',
      not: 'not the same person as',
      grade: 'grade',
      revises: 'looks again at',
      seats: 'people',
      default: 'proposed',
      when: 'if',
      end: 'recall if',
    },
    was: (what: string, from: string, to: string) => `${what}: was “${from}”, is “${to}”`,
    none: 'not said',
    yes: 'yes',
    armAdded: (arm: string) => `new arm ${arm}`,
    armRemoved: (arm: string) => `arm ${arm} is gone`,
    added: (step: string) => `new step: ${step}`,
    removed: (step: string) => `gone: ${step}`,
    moved: (step: string) => `${step} comes at another place`,
    seesMore: (step: string, what: string) => `${step} now also sees ${what}`,
    seesLess: (step: string, what: string) => `${step} no longer sees ${what}`,
  },
};

export type ProtocolWords = typeof english;
