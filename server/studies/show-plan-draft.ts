import type { OutputOf } from '#contracts/endpoint';
import type { showPlanDraft as contract } from '#contracts/study-plans';
import { ok, type Result, refuse } from '#core/kernel/result';
import { protocolSchema } from '#core/protocols/protocol';
import { armsOf } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { wordsOf } from '#server/protocols/list-protocols';
import { loadRules } from '#server/protocols/load-rules';
import { loadDraft } from './load-draft.ts';
import { amends } from './write-plan.ts';

type Shown = OutputOf<typeof contract>;

/** A plan being written, with what there is to choose from. Refuses `not-yours` and `not-found`. */
export async function showPlanDraft(tx: Tx, { studyId }: { readonly studyId: string }): Promise<Result<Shown>> {
  const writing = await loadDraft(tx, studyId);
  if (!writing.ok) return writing;
  const { study, kept } = writing.value;
  if (!kept) return refuse('not-found', 'Nobody is writing on this plan: it has been put forward or thrown away');
  const { draft, edit, writtenOn, writtenBy } = kept;
  const { policy } = await loadRules(tx);
  return ok({
    studyId,
    today: tx.today,
    edit,
    draft,
    writtenOn,
    writtenBy,
    before: (study && amends(study, draft.version)) ?? null,
    policy,
    protocols: await approvedProtocols(tx),
    // All centres, also for a radiologist who sees the women of one.
    units: await tx.q.selectFrom('unit').select(['id', 'name']).orderBy('name').execute(),
    centres: await tx.q.selectFrom('centre').select(['id', 'short_name as name']).orderBy('short_name').execute(),
  });
}

async function approvedProtocols(tx: Tx): Promise<Shown['protocols']> {
  const rows = await tx.q
    .selectFrom('reading_protocol')
    .select(['id', 'title', 'definition'])
    .where('retired_on', 'is', null)
    .orderBy('id')
    .orderBy('version')
    .execute();
  return rows.flatMap((row) => {
    const protocol = protocolSchema.parse(row.definition);
    if (armsOf({ protocol }).length < 2 && !protocol.paired) return [];
    const title = row.title || wordsOf(row.id).title;
    return [{ title: typeof title === 'string' ? title : title.nb, protocol }];
  });
}
