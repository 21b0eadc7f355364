import type { OutputOf } from '#contracts/endpoint';
import type { equipmentDetail } from '#contracts/equipment';
import { type EquipmentKind, equipmentKinds } from '#core/equipment/equipment-test';
import { equipmentTests } from '#programmes/breast-no/equipment';

/** The programme's tests of some kinds of equipment (all of them, when none is named) with their figures and limits. */
export function testDefinitions(...kinds: readonly EquipmentKind[]): OutputOf<typeof equipmentDetail>['definitions'] {
  const wanted = kinds.length > 0 ? kinds : equipmentKinds;
  return equipmentTests
    .filter((test) => wanted.includes(test.equipment))
    .map((test) => ({
      ...test,
      by: [...test.by],
      inputs: [...test.inputs],
      figures: test.figures.map((figure) => ({ ...figure, inputs: [...figure.inputs] })),
    }));
}
