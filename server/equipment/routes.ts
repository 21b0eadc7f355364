import * as contract from '#contracts/equipment';
import { ok, refuse } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { centreReport } from './centre-report.ts';
import { closeFollowUp } from './close-follow-up.ts';
import { listEquipment } from './list-equipment.ts';
import { noteEquipment } from './note-equipment.ts';
import { renderEquipmentReport } from './render-equipment-report.ts';
import { recordTest } from './record-test.ts';
import { registerEquipment } from './register-equipment.ts';
import { showEquipment } from './show-equipment.ts';

export const routes: readonly Route[] = [
  route(contract.equipmentList, ({ db, actor }, input) => inTransaction(db, actor, (tx) => listEquipment(tx, input))),
  route(contract.equipmentDetail, ({ db, actor }, input) => inTransaction(db, actor, (tx) => showEquipment(tx, input))),
  route(contract.registerEquipment, ({ db, actor }, input) => {
    const [centreId] = actor.centres === 'all' ? [] : actor.centres;
    if (!centreId) return Promise.resolve(refuse('no-centre', 'Equipment is registered at a breast centre'));
    return inTransaction(db, actor, (tx) => registerEquipment(tx, { ...input, centreId }));
  }),
  route(contract.recordTest, ({ db, actor }, input) =>
    inTransaction(db, actor, async (tx) => {
      const recorded = await recordTest(tx, input);
      return recorded.ok ? ok({ ...recorded.value, findings: [...recorded.value.findings] }) : recorded;
    }),
  ),
  route(contract.noteEquipment, ({ db, actor }, input) => inTransaction(db, actor, (tx) => noteEquipment(tx, input))),
  route(contract.closeFollowUp, ({ db, actor }, input) => inTransaction(db, actor, (tx) => closeFollowUp(tx, input))),
  route(contract.equipmentReport, ({ db, actor }, input) => inTransaction(db, actor, (tx) => centreReport(tx, input))),
  route(contract.equipmentReportPdf, async ({ db, actor }, input) => {
    const report = await inTransaction(db, actor, (tx) => centreReport(tx, input));
    return report.ok ? ok(renderEquipmentReport(report.value, input.language)) : report;
  }),
];
