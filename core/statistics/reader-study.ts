/** Rows of a reader study (who read which case by which method, and the score) as what readers-and-cases analysis takes. */
import { ok, type Result, refuse } from '#core/kernel/result';
import { compareModalities, type Modality, type MrmcComparison } from './mrmc.ts';
import { obuchowskiRockette, type ObuchowskiRockette } from './obuchowski-rockette.ts';

export type ReaderStudyRows = {
  readonly scores: Float64Array;
  readonly positive: Uint8Array;
  /** Whole numbers from 0: whose case, which reader, which method. */
  readonly cases: Int32Array;
  readonly readers: Uint16Array;
  readonly methods: Uint16Array;
  readonly readerNames: readonly string[];
  readonly methodNames: readonly string[];
};

export type ReaderStudy = {
  readonly methods: readonly [string, string];
  readonly readers: number;
  readonly negatives: number;
  readonly positives: number;
  readonly uStatistics: MrmcComparison;
  /** null when a reader did not read every case by both methods. */
  readonly obuchowskiRockette: ObuchowskiRockette | null;
};

/** Two methods compared; refuses what cannot be one study: other than two methods, one reader, a case with two truths or read twice. */
export function readerStudy(rows: ReaderStudyRows): Result<ReaderStudy> {
  const { scores, positive, cases, readers, methods, readerNames, methodNames } = rows;
  const [first, second] = methodNames;
  if (first === undefined || second === undefined || methodNames.length > 2)
    return refuse(
      'not-two-methods',
      `there are ${methodNames.length} methods (${methodNames.join(', ')}); expected two`,
    );
  if (readerNames.length < 2) return refuse('one-reader', 'expected two readers at least');
  const truth = new Map<number, number>();
  for (let i = 0; i < cases.length; i++) {
    const [of, outcome] = [cases[i] as number, positive[i] as number];
    if ((truth.get(of) ?? outcome) !== outcome)
      return refuse('two-truths', `row ${i + 1}: its case has another outcome elsewhere`);
    truth.set(of, outcome);
  }
  const places = [new Map<number, number>(), new Map<number, number>()] as const;
  for (const [of, outcome] of truth) places[outcome === 1 ? 1 : 0].set(of, places[outcome === 1 ? 1 : 0].size);
  const [negatives, positives] = [places[0].size, places[1].size];
  const blank = (n: number) => new Float64Array(n).fill(Number.NaN);
  const study = methodNames.map(() =>
    readerNames.map(() => ({ negatives: blank(negatives), positives: blank(positives) })),
  );
  for (let i = 0; i < cases.length; i++) {
    const outcome = positive[i] === 1 ? 1 : 0;
    const column = study[methods[i] as number]?.[readers[i] as number]?.[outcome === 1 ? 'positives' : 'negatives'];
    const place = places[outcome].get(cases[i] as number) ?? -1;
    if (!column) continue;
    if (!Number.isNaN(column[place]))
      return refuse('read-twice', `row ${i + 1}: that reader has read that case by that method before`);
    column[place] = scores[i] as number;
  }
  const [a, b] = study.map(
    (method): Modality =>
      new Map(readerNames.map((name, j) => [name, method[j] ?? { negatives: blank(0), positives: blank(0) }])),
  );
  if (!a || !b) return refuse('not-two-methods', 'expected two methods');
  const full = study.flat().every((one) => !one.negatives.some(Number.isNaN) && !one.positives.some(Number.isNaN));
  return ok({
    methods: [first, second],
    readers: readerNames.length,
    negatives,
    positives,
    uStatistics: compareModalities(a, b),
    obuchowskiRockette: full ? obuchowskiRockette(a, b) : null,
  });
}
