import type { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import type { evaluateScore as contract } from '#contracts/statistics';
import { type Result, refuse } from '#core/kernel/result';
import type { Database } from '#server/db/database';
import { inThread } from '#server/jobs/in-thread';
import { openFigures } from '#server/quality/open-figures';
import { remembered } from '#server/quality/remembered';
import type { EvaluationQuestion } from './compute-evaluation.ts';
import { openSnapshot, type Product, productsIn } from './evaluation-facts.ts';

type Asked = z.output<(typeof contract)['input']>;
type Output = OutputOf<typeof contract>;

/** Evaluations already made; a snapshot never changes, so neither do they. */
const kept = new Map<string, Promise<Result<Output>>>();
const MOST_KEPT = 50;

/** What may be evaluated in the newest snapshot. */
export async function evaluationChoices(db: Database) {
  const { snapshot } = await openFigures(db);
  if (!snapshot) return { snapshot: null, products: [] };
  const products = await remembered(['evaluation-choices', snapshot.id], async () => {
    const duck = await openSnapshot(snapshot.folder);
    try {
      return await productsIn(duck);
    } finally {
      duck.close();
    }
  });
  return { snapshot: { id: snapshot.id, dataCut: snapshot.dataCut }, products };
}

/** A product's score against cancer, in the newest snapshot; kept, because a snapshot never changes. */
export async function evaluateScore(db: Database, asked: Asked): Promise<Result<Output>> {
  const { snapshot } = await openFigures(db);
  if (!snapshot) return refuse('no-snapshot', 'There is no snapshot to count from');
  const { products } = await evaluationChoices(db);
  const against = products.find((one) => nameOf(one) === asked.against);
  if (!products.some((one) => nameOf(one) === nameOf(asked)))
    return refuse('product-not-found', `There are no scores of ${nameOf(asked)} in the snapshot`);
  if (asked.against && !against)
    return refuse('product-not-found', `There are no scores of ${asked.against} in the snapshot`);
  const question = JSON.stringify([snapshot.id, asked]);
  const known = kept.get(question);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = inThread<EvaluationQuestion, Result<Output>>(new URL('./compute-evaluation.ts', import.meta.url), {
    snapshot,
    asked,
    against: against ?? null,
  });
  kept.set(question, made);
  // What failed is tried again when it is asked for again.
  made.catch(() => kept.delete(question));
  return made;
}

function nameOf({ product, version }: Product): string {
  return `${product} ${version}`;
}
