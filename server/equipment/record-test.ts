import { randomUUID } from 'node:crypto';
import { type Evaluation, evaluateTest, type Measured, type TesterRole } from '#core/equipment/equipment-test';
import { addDays, type Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { equipmentTests } from '#programmes/breast-no/equipment';
import type { Tx } from '#server/db/transaction';
import { noteEvent } from './note-event.ts';

export type RecordTest = {
  readonly equipmentId: string;
  /** Id of the test in the programme's list. */
  readonly test: string;
  readonly doneOn: Day;
  readonly instrument: string;
  readonly measured: Measured;
  readonly note: string;
};

export type RecordedTest = Evaluation & { readonly testId: string; readonly mendBy: Day | null };

/**
 * Enters a test of equipment. Whether it is passed follows from the programme's limits, which are kept with it. Failed:
 * it is to be mended by a day, and beyond a grave limit the equipment is out of use from now. Passed: what the same test
 * had left open is closed. Refuses `not-found`, `retired`, `no-such-test`, `not-yours` for a test of another role,
 * `in-the-future`, and as `evaluateTest`.
 */
export async function recordTest(tx: Tx, input: RecordTest): Promise<Result<RecordedTest>> {
  const item = await tx.q
    .selectFrom('equipment')
    .select(['equipment_id', 'centre_id', 'kind', 'state', 'version'])
    .where('equipment_id', '=', input.equipmentId)
    .forUpdate()
    .executeTakeFirst();
  if (!item) return refuse('not-found', 'There is no such equipment, or it belongs to another centre');
  if (item.state === 'retired') return refuse('retired', 'The equipment is retired');
  const test = equipmentTests.find((one) => one.id === input.test && one.equipment === item.kind);
  if (!test) return refuse('no-such-test', `"${input.test}" is no test of a ${item.kind}`);
  if (!test.by.includes(tx.actor.role as TesterRole))
    return refuse('not-yours', `The test is done by: ${test.by.join(', ')}`, { by: test.by.join(', ') });
  if (input.doneOn > tx.today)
    return refuse('in-the-future', `Done on ${input.doneOn}: expected a day not after today`);
  const evaluated = evaluateTest(test, input.measured);
  if (!evaluated.ok) return evaluated;
  const { result, findings } = evaluated.value;
  const testId = randomUUID();
  await tx.q
    .insertInto('equipment_test')
    .values({
      test_id: testId,
      equipment_id: item.equipment_id,
      centre_id: item.centre_id,
      test: test.id,
      done_on: input.doneOn,
      done_by: tx.actor.userId,
      instrument: input.instrument,
      measured: JSON.stringify(input.measured),
      findings: JSON.stringify(findings),
      result,
      note: input.note,
      entered_by: tx.actor.userId,
      entered_on: tx.today,
    })
    .execute();
  tx.record('equipment.tested', null, { equipment: item.equipment_id, test: test.id, id: testId, result });
  const key = { equipmentId: item.equipment_id, centreId: item.centre_id, testId };
  if (result === 'passed') {
    await closeSameTest(tx, key, test.id, input.doneOn);
    return ok({ testId, result, findings, mendBy: null });
  }
  const mendBy = addDays(input.doneOn, result === 'suspended' ? 0 : test.mendWithinDays);
  await openFollowUp(tx, key, input.doneOn, mendBy);
  if (result === 'suspended' && item.state === 'in-use') await takeOutOfUse(tx, key, item.version, input.doneOn);
  return ok({ testId, result, findings, mendBy });
}

type Key = { readonly equipmentId: string; readonly centreId: string; readonly testId: string };

async function openFollowUp(tx: Tx, key: Key, openedOn: Day, dueOn: Day): Promise<void> {
  await tx.q
    .insertInto('equipment_follow_up')
    .values({
      test_id: key.testId,
      equipment_id: key.equipmentId,
      centre_id: key.centreId,
      opened_on: openedOn,
      due_on: dueOn,
    })
    .execute();
}

async function takeOutOfUse(tx: Tx, key: Key, version: number, day: Day): Promise<void> {
  await tx.q
    .updateTable('equipment')
    .set({ state: 'out-of-use', version: version + 1 })
    .where('equipment_id', '=', key.equipmentId)
    .execute();
  await noteEvent(tx, { ...key, kind: 'taken-out-of-use', day });
}

/** A test that passes answers the same test that failed before it. */
async function closeSameTest(tx: Tx, key: Key, test: string, doneOn: Day): Promise<void> {
  const failed = tx.q
    .selectFrom('equipment_test')
    .select('test_id')
    .where('equipment_id', '=', key.equipmentId)
    .where('test', '=', test)
    .where('done_on', '<=', doneOn);
  await tx.q
    .updateTable('equipment_follow_up')
    .set({ closed_on: doneOn, closed_by: tx.actor.userId, closed_by_test: key.testId })
    .where('equipment_id', '=', key.equipmentId)
    .where('closed_on', 'is', null)
    .where('test_id', 'in', failed)
    .execute();
}
