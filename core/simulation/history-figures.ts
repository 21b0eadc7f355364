/**
 * Figures of a simulated history, counted woman by woman from its rows as the published figures were counted: rounds and
 * attendance, readings, screen-detected and interval cancers (24 months after a negative episode). For calibration.
 */
import { type Day, daysBetween } from '#core/kernel/day';
import type { DeliveryFile, DeliveryText } from '#core/registry/delivery';
import type { HistoryRow } from './world.ts';

/** Counts by name; a share is one count over another. */
export type Counts = Map<string, number>;

type Rows = { [File in DeliveryFile]: DeliveryText<File>[] };

/** Adds one woman. Episodes that the data cut leaves unfinished are left out. */
export function countWoman(counts: Counts, rows: readonly HistoryRow[], cut: Day): void {
  const by = sorted(rows);
  countRounds(counts, by, cut);
  countExaminations(counts, by, cut);
}

function sorted(rows: readonly HistoryRow[]): Rows {
  const by: Rows = {
    persons: [],
    invitations: [],
    examinations: [],
    reads: [],
    consensus: [],
    assessments: [],
    cancers: [],
    'ai-results': [],
  };
  for (const { file, row } of rows) (by[file] as unknown[]).push(row);
  return by;
}

function add(counts: Counts, name: string, when = true): void {
  if (when) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function countRounds(counts: Counts, by: Rows, cut: Day): void {
  const birth = by.persons[0]?.birth_date;
  let before: boolean | undefined;
  for (const [, offers] of grouped(by.invitations, (i) => i.episode)) {
    const first = offers[0];
    if (!first || !birth || daysBetween(first.appointment_on, cut) < 100) continue;
    const came = offers.some((o) => o.status.includes('screened'));
    const age = daysBetween(birth, first.appointment_on) / 365.25;
    const groups = ['', age < 55 ? 'under 55' : age >= 65 ? 'over 64' : '55-64'];
    if (first.invited_on < '2020') groups.push(first.channel);
    if (before !== undefined) groups.push(before ? 'came before' : 'missed before');
    if (offers.some((o) => o.kind === 'reminder')) groups.push('reminded');
    for (const group of groups) {
      add(counts, `invited ${group}`);
      add(counts, `came ${group}`, came);
    }
    before = came;
  }
}

function countExaminations(counts: Counts, by: Rows, cut: Day): void {
  const exams = by.examinations.filter((e) => e.result !== 'technical-recall');
  const reads = grouped(by.reads, (r) => r.examination);
  const consensus = new Map(by.consensus.map((c) => [c.examination, c]));
  const assessed = new Map(by.assessments.map((a) => [a.examination, a]));
  const ai = new Map(by['ai-results'].map((a) => [a.examination, Number(a.score)]));
  exams.forEach((exam, i) => {
    const both = reads.get(exam.examination) ?? [];
    const on = exam.examined_on;
    if (both.length < 2 || daysBetween(on, cut) < 60) return;
    const highest = both.map((r) => Math.max(Number(r.score_left), Number(r.score_right)));
    const pair = highest
      .map((s) => Math.min(3, s))
      .sort()
      .join('+');
    const decision = consensus.get(exam.examination)?.decision;
    const score = ai.get(exam.examination) ?? 0;
    add(counts, 'examined');
    add(counts, `examined bin ${Math.floor(score)}`);
    for (const s of highest) add(counts, 'selected by a reader', s >= 2);
    add(counts, 'consensus', decision !== undefined);
    add(counts, 'recalled', decision === 'recall');
    countBreasts(counts, both);
    const cancer = by.cancers.find((c) => c.diagnosed_on >= on);
    if (assessed.get(exam.examination)?.result === 'malignant') {
      countCancer(counts, 'sdc', pair, score, cancer);
    } else if (daysBetween(on, cut) > 731) {
      add(counts, 'followed');
      const next = exams[i + 1]?.examined_on;
      const interval = cancer && daysBetween(on, cancer.diagnosed_on) <= 730 && !(next && next <= cancer.diagnosed_on);
      if (interval) countCancer(counts, 'ic', pair, score, cancer);
      else if (decision) {
        add(counts, 'consensus without cancer');
        add(counts, 'consensus without cancer bin 10', score >= 10);
      }
      if (interval) add(counts, 'ic dismissed', decision === 'dismiss');
    }
  });
}

function countBreasts(counts: Counts, reads: readonly DeliveryText<'reads'>[]): void {
  for (const side of ['score_left', 'score_right'] as const) {
    const highest = Math.max(...reads.map((r) => Number(r[side])));
    add(counts, 'breast selected', highest >= 2);
    add(counts, 'breast highest 2', highest === 2);
  }
}

function countCancer(
  counts: Counts,
  kind: 'sdc' | 'ic',
  pair: string,
  score: number,
  cancer: DeliveryText<'cancers'> | undefined,
) {
  add(counts, kind);
  add(counts, `${kind} ${pair}`);
  // Bins hold a tenth each: 10.5 and 10.7 are the highest 5 and 3 %.
  for (const [top, from] of [
    ['10 %', 10],
    ['5 %', 10.5],
    ['3 %', 10.7],
  ] as const) {
    add(counts, `${kind} top ${top}`, score >= from);
    add(counts, `${kind} ${pair} top ${top}`, score >= from);
  }
  if (!cancer) return;
  add(counts, `${kind} registered`);
  add(counts, `${kind} dcis`, cancer.behaviour === 'dcis');
  add(counts, `${kind} invasive`, cancer.behaviour === 'invasive');
  add(counts, `${kind} node-positive`, cancer.nodes === 'positive');
}

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
