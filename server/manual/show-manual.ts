import type { OutputOf } from '#contracts/endpoint';
import type { showManual as contract } from '#contracts/manual';
import { openMeasures } from '#core/manual/progress';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import type { FiguresBeside } from './figures-beside.ts';
import { type CentreYear, loadStanding } from './load-standing.ts';

type Manual = OutputOf<typeof contract>;
type Document = Manual['criteria'][number]['answer'] extends infer A
  ? A extends { documents: (infer D)[] }
    ? D
    : never
  : never;

/** One centre's answers for a year. `figures` are asked for once the edition is known. Refuses `not-found`. */
export async function showManual(
  tx: Tx,
  which: { readonly year: number; readonly centreId: string },
  figures: (found: CentreYear) => Promise<FiguresBeside>,
): Promise<Result<Manual, 'not-found'>> {
  const found = await loadStanding(tx, which);
  if (!found.ok) return found;
  const { centre, edition, log, standing } = found.value;
  const beside = await figures(found.value);
  const documents = await loadDocuments(tx, which.centreId);
  const answerOf = (id: string) => {
    const answer = standing.answers[id];
    if (!answer) return null;
    const { verdict, account, measure } = answer;
    const attached = answer.documents.flatMap((one) => documents.get(one) ?? []);
    return { verdict, account, measure, documents: attached, done: standing.done[id] ?? null };
  };
  return ok({
    year: which.year,
    centre,
    edition,
    stage: standing.stage,
    dueOn: standing.dueOn,
    seq: standing.seq,
    dataCut: beside.dataCut,
    criteria: edition.criteria.map(({ id }) => ({
      id,
      answer: answerOf(id),
      question: standing.questions[id] ?? null,
      figures: [...beside.of(id)],
    })),
    measures: openMeasures(standing).map((one) => ({ ...one, overdue: one.dueOn < tx.today })),
    log: log.map((one) => ({ ...one })),
  } as Manual);
}

async function loadDocuments(tx: Tx, centreId: string): Promise<ReadonlyMap<string, Document>> {
  const rows = await tx.q
    .selectFrom('document')
    .select(['document_id', 'title', 'file_name'])
    .where('centre_id', '=', centreId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.document_id,
      { documentId: row.document_id, title: row.title, fileName: row.file_name } as Document,
    ]),
  );
}
