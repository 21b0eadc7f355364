/** What follows from coming to an appointment: examination, AI, reads, consensus and assessment, up to the data cut. */
import type { Day } from '#core/kernel/day';
import { integer, type Random } from '#core/kernel/random';
import { aiProduct, aiScore } from './ai-score.ts';
import type { Round } from './round.ts';
import { assessmentResult } from './assessment.ts';
import { type RadiographerFindings, radiographerFindings } from './clinic.ts';
import { type Images, imagesOf } from './image.ts';
import { streamOfDay } from './life.ts';
import { type BreastScores, consensusDecision, isPositive, readScores, streamOfReader } from './reading.ts';
import type { Tumour } from './tumour.ts';
import { goneOn, type Woman } from './woman.ts';
import type { HistoryRow } from './world.ts';

export type Visit = { readonly day: number; readonly unit: string; readonly invitation: string };

export type Examined = {
  readonly status: RadiographerFindings['outcome'];
  readonly recalled: boolean;
  readonly tumour: Tumour | undefined;
  readonly diagnosedOn: number;
};

/** Days from one step to the next, fewest and most (configuration); each then waits for a working day. */
const waits = {
  technicalRecall: [7, 21],
  firstRead: [1, 5],
  secondRead: [0, 3],
  consensus: [1, 5],
  assessment: [5, 14],
  diagnosis: [2, 6],
} as const;

/** One examination on its way; rows are written up to the cut and not after she has died or left. */
type Course = { readonly woman: Woman; readonly round: Round; readonly r: Random; readonly until: number };

const nothing = { recalled: false, tumour: undefined, diagnosedOn: 0 } as const;

export function examine(woman: Woman, round: Round, visit: Visit): Examined {
  const { life, present, world } = woman;
  const clinic = radiographerFindings(present, visit.day, streamOfDay(life, visit.day, 11));
  const status = clinic.outcome;
  if (status === 'attended-not-screened') return { status, ...nothing };
  // A round that is not written matters only for what it may find.
  if (!round.visible && present.tumours.length === 0) return { status, ...nothing };
  const r = streamOfDay(life, visit.day, 12);
  const course: Course = { woman, round, r, until: round.visible ? Math.min(world.cut, goneOn(woman) - 1) : 0 };
  const result = status === 'screened' ? 'complete' : 'partial';
  if (!clinic.technicalRecall) return { status, ...followed(course, visit, visit.day, 1, result, clinic) };
  writeExamination(course, visit, visit.day, 1, 'technical-recall', clinic);
  return { status, ...followed(course, visit, later(course, visit.day, waits.technicalRecall), 2, result, clinic) };
}

/** The examination that is read, and what comes of it. */
function followed(
  course: Course,
  visit: Visit,
  day: number,
  number: number,
  result: 'complete' | 'partial',
  clinic: RadiographerFindings,
): Omit<Examined, 'status'> {
  const { woman } = course;
  const examination = writeExamination(course, visit, day, number, result, clinic);
  const images = imagesOf(woman.present, day);
  writeAi(course, examination, day, images);
  const readers = twoReaders(course);
  const [first, second, readOn] = readTwice(course, examination, day, images, readers);
  if (!isPositive(first) && !isPositive(second)) return nothing;
  const heldOn = later(course, readOn, waits.consensus);
  const decision = consensusDecision(images, [first, second], streamOfDay(woman.life, day, 13));
  const all = woman.world.readersOf(course.round.home.municipality.centreId);
  const members = new Set([...readers, integer(course.r, 0, all.length - 1)]);
  write(course, heldOn, (held_on, identity_number) => ({
    file: 'consensus',
    row: { examination, identity_number, held_on, members: [...members].map((m) => all[m]?.id).join(';'), decision },
  }));
  if (decision === 'dismiss' || heldOn >= goneOn(woman)) return nothing;
  return assess(course, examination, day, heldOn, images);
}

function assess(
  course: Course,
  examination: string,
  day: number,
  heldOn: number,
  images: Images,
): Omit<Examined, 'status'> {
  const { woman, round } = course;
  const on = later(course, heldOn, waits.assessment);
  const found = assessmentResult(woman.present, images, day, streamOfDay(woman.life, day, 14));
  write(course, on, (assessed_on, identity_number) => ({
    file: 'assessments',
    row: {
      assessment: `A${woman.reference}-${round.number}`,
      examination,
      episode: `E${woman.reference}-${round.number}`,
      identity_number,
      assessed_on,
      procedures: found.procedures.join(';'),
      result: found.result,
    },
  }));
  const tumour = on < goneOn(woman) ? found.tumour : undefined;
  return { recalled: true, tumour, diagnosedOn: on + integer(course.r, ...waits.diagnosis) };
}

type Pair = readonly [number, number];

/** Two different readers of the centre, as positions in its list. */
function twoReaders({ woman, round, r }: Course): Pair {
  const count = woman.world.readersOf(round.home.municipality.centreId).length;
  const first = integer(r, 0, count - 1);
  return [first, (first + integer(r, 1, count - 1)) % count];
}

function readTwice(course: Course, examination: string, day: number, images: Images, [i, j]: Pair) {
  const firstOn = later(course, day, waits.firstRead);
  const secondOn = later(course, firstOn, waits.secondRead);
  const first = readOnce(course, examination, day, images, i, 1, firstOn);
  return [first, readOnce(course, examination, day, images, j, 2, secondOn), secondOn] as const;
}

function readOnce(
  course: Course,
  examination: string,
  day: number,
  images: Images,
  position: number,
  sequence: number,
  on: number,
): BreastScores {
  const { woman, round } = course;
  const reader = woman.world.readersOf(round.home.municipality.centreId)[position];
  if (!reader) throw new Error('a centre needs at least two readers');
  const scores = readScores(images, reader, streamOfReader(woman.life, day, reader), woman.screenedBefore);
  write(course, on, (read_on, identity_number) => ({
    file: 'reads',
    row: {
      examination,
      identity_number,
      sequence: String(sequence),
      reader: reader.id,
      read_on,
      score_left: String(scores.left),
      score_right: String(scores.right),
    },
  }));
  return scores;
}

function writeAi(course: Course, examination: string, day: number, images: Images): void {
  write(course, day, (analysed_on, identity_number) => {
    const { exam, left, right } = aiScore(images);
    const scores = { score: exam.toFixed(2), score_left: left.toFixed(2), score_right: right.toFixed(2) };
    return { file: 'ai-results', row: { examination, identity_number, ...aiProduct, analysed_on, ...scores } };
  });
}

function writeExamination(
  course: Course,
  visit: Visit,
  day: number,
  number: number,
  result: 'complete' | 'partial' | 'technical-recall',
  clinic: RadiographerFindings,
): string {
  const { woman, round, r } = course;
  const examination = `X${woman.reference}-${round.number}-${number}`;
  const radiographers = woman.world.radiographersOf(round.home.municipality.centreId);
  const radiographer = radiographers[integer(r, 0, radiographers.length - 1)] ?? '';
  write(course, day, (examined_on, identity_number) => ({
    file: 'examinations',
    row: {
      examination,
      invitation: visit.invitation,
      episode: `E${woman.reference}-${round.number}`,
      identity_number,
      unit: visit.unit,
      examined_on,
      radiographer,
      modality: 'DM',
      result,
      symptoms: clinic.symptoms ? '1' : '0',
      implants: clinic.implants ? '1' : '0',
    },
  }));
  return examination;
}

/** Makes and writes a row, unless its day is after what the files know. */
function write(course: Course, day: number, row: (on: Day, identityNumber: string) => HistoryRow): void {
  if (day <= course.until) course.woman.emit(row(course.woman.world.diary.text(day), course.woman.identityNumber));
}

function later({ woman, r }: Course, day: number, [fewest, most]: readonly [number, number]): number {
  return woman.world.diary.onOrAfter(day + integer(r, fewest, most));
}
