/** What follows from coming to an appointment: examination, AI, reads, consensus and assessment, up to the data cut. */
import { dayFromNumber } from '#core/kernel/day';
import { integer, type Random } from '#core/kernel/random';
import { aiProduct, aiScore } from './ai-score.ts';
import { assessmentResult } from './assessment.ts';
import { radiographerFindings } from './clinic.ts';
import { imagesOf } from './image.ts';
import { type Life, streamOfDay } from './life.ts';
import { consensusDecision, isPositive, readScores, streamOfReader } from './reading.ts';
import type { Tumour } from './tumour.ts';
import type { Emit, World } from './woman-history.ts';

export type Attendance = {
  readonly day: number;
  readonly unit: string;
  readonly centreId: string;
  readonly reference: string;
  readonly identityNumber: string;
  readonly round: number;
  readonly episode: string;
  readonly invitation: string;
  /** The last day of which rows are written: the data cut, or the day before she died or left. */
  readonly until: number;
  /** Undefined for rounds before the first day of the files. */
  readonly emit: Emit | undefined;
};

export type Examined = {
  readonly status: 'screened' | 'partially-screened' | 'attended-not-screened';
  readonly recalled: boolean;
  readonly tumour: Tumour | undefined;
  readonly diagnosedOn: number;
};

export function examine(world: World, life: Life, at: Attendance): Examined {
  const clinic = radiographerFindings(life, at.day, streamOfDay(life, at.day, 11));
  const { outcome: status } = clinic;
  if (status === 'attended-not-screened') return { status, recalled: false, tumour: undefined, diagnosedOn: 0 };
  const r = streamOfDay(life, at.day, 12);
  let examination = `X${at.reference}-${at.round}-1`;
  let day = at.day;
  const write = (result: 'complete' | 'partial' | 'technical-recall'): void => {
    if (day > at.until) return;
    at.emit?.({
      file: 'examinations',
      row: {
        examination,
        invitation: at.invitation,
        episode: at.episode,
        identity_number: at.identityNumber,
        unit: at.unit,
        examined_on: dayFromNumber(day),
        radiographer: one(world.radiographersOf(at.centreId), r),
        modality: 'DM',
        result,
        symptoms: clinic.symptoms ? '1' : '0',
        implants: clinic.implants ? '1' : '0',
      },
    });
  };
  if (clinic.technicalRecall) {
    write('technical-recall');
    day = world.diary.onOrAfter(day + integer(r, 7, 21));
    examination = `X${at.reference}-${at.round}-2`;
  }
  write(status === 'screened' ? 'complete' : 'partial');
  return { status, ...read(world, life, at, examination, day, r) };
}

function read(world: World, life: Life, at: Attendance, examination: string, day: number, r: Random): Omit<Examined, 'status'> {
  const none = { recalled: false, tumour: undefined, diagnosedOn: 0 };
  const { diary } = world;
  const { identityNumber: identity_number } = at;
  const images = imagesOf(life, day);
  if (at.emit && day <= at.until) {
    const ai = aiScore(images);
    const [score, score_left, score_right] = [ai.exam, ai.left, ai.right].map((s) => s.toFixed(2)) as [string, string, string];
    const analysed_on = dayFromNumber(day);
    at.emit({
      file: 'ai-results',
      row: { examination, identity_number, ...aiProduct, analysed_on, score, score_left, score_right },
    });
  }
  const readers = world.readersOf(at.centreId);
  const firstIndex = integer(r, 0, readers.length - 1);
  const secondIndex = (firstIndex + integer(r, 1, readers.length - 1)) % readers.length;
  let on = day;
  const scores = [firstIndex, secondIndex].map((index, i) => {
    const reader = readers[index];
    if (!reader) throw new Error('a centre needs two readers');
    const score = readScores(images, reader, streamOfReader(life, day, reader));
    on = diary.onOrAfter(on + (i === 0 ? integer(r, 1, 5) : integer(r, 0, 3)));
    if (at.emit && on <= at.until) {
      at.emit({
        file: 'reads',
        row: {
          examination,
          identity_number,
          sequence: String(i + 1),
          reader: reader.id,
          read_on: dayFromNumber(on),
          score_left: String(score.left),
          score_right: String(score.right),
        },
      });
    }
    return score;
  });
  if (!scores.some(isPositive)) return none;
  on = diary.onOrAfter(on + integer(r, 1, 5));
  const decision = consensusDecision(images, scores, streamOfDay(life, day, 13));
  const members = new Set([firstIndex, secondIndex, integer(r, 0, readers.length - 1)]);
  if (on > at.until) return none;
  at.emit?.({
    file: 'consensus',
    row: {
      examination,
      identity_number,
      held_on: dayFromNumber(on),
      members: [...members].map((m) => readers[m]?.id ?? '').join(';'),
      decision,
    },
  });
  if (decision === 'dismiss') return none;
  on = diary.onOrAfter(on + integer(r, 5, 14));
  if (on > at.until) return { ...none, recalled: true };
  const found = assessmentResult(life, images, day, streamOfDay(life, day, 14));
  at.emit?.({
    file: 'assessments',
    row: {
      assessment: `A${at.reference}-${at.round}`,
      examination,
      episode: at.episode,
      identity_number,
      assessed_on: dayFromNumber(on),
      procedures: found.procedures.join(';'),
      result: found.result,
    },
  });
  return { recalled: true, tumour: found.tumour, diagnosedOn: on + integer(r, 2, 6) };
}

function one(values: readonly string[], r: Random): string {
  return values[integer(r, 0, values.length - 1)] ?? '';
}
