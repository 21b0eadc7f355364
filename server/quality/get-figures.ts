import type { OutputOf } from '#contracts/endpoint';
import type { getFigures as contract } from '#contracts/quality';
import { firstFigures } from '#programmes/indicators/first-figures';
import type { Database } from '#server/db/database';
import { type CountedFigure, countFigures, type Dimension } from './count-figures.ts';
import { latestSnapshot } from './latest-snapshot.ts';

export type FiguresQuestion = {
  readonly by: readonly Dimension[];
  readonly only: Readonly<Partial<Record<Dimension, string | number | boolean>>>;
};

/** Answers already counted; a snapshot never changes, so neither does its answer. */
const answers = new Map<string, readonly CountedFigure[]>();
const MOST_ANSWERS = 500;

/** The first figures from the newest snapshot, with what each number is and where it comes from. */
export async function getFigures(db: Database, question: FiguresQuestion): Promise<OutputOf<typeof contract>> {
  const snapshot = await latestSnapshot(db);
  const figures = snapshot ? await counted(snapshot.id, snapshot.folder, question) : [];
  const { indicators, ...set } = firstFigures;
  return {
    snapshot: snapshot ?? null,
    set,
    indicators: indicators.map((indicator) => ({
      ...indicator,
      numerator: JSON.stringify(indicator.numerator),
      denominator: JSON.stringify(indicator.denominator),
    })),
    places: await places(db),
    figures: figures.map((figure) => ({ ...figure })) as OutputOf<typeof contract>['figures'],
  };
}

async function counted(id: string, folder: string, question: FiguresQuestion): Promise<readonly CountedFigure[]> {
  const key = JSON.stringify([id, question.by, question.only]);
  const known = answers.get(key);
  if (known) return known;
  const figures = await countFigures(folder, firstFigures.indicators, question.by, question.only);
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(key, figures);
  return figures;
}

async function places(db: Database): Promise<OutputOf<typeof contract>['places']> {
  const [regions, centres, units] = await Promise.all([
    db.kysely.selectFrom('region').select(['id', 'name']).orderBy('id').execute(),
    db.kysely.selectFrom('centre').select(['id', 'short_name as name', 'region_id as region']).orderBy('id').execute(),
    db.kysely.selectFrom('unit').select(['id', 'name', 'centre_id as centre']).orderBy('id').execute(),
  ]);
  return { regions, centres, units };
}
