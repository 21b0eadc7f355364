import { List } from '@digdir/designsystemet-react';
import type { PlanFault } from '#core/studies/plan-fault';
import { usePlanText } from './plan-text.ts';

/** What is wrong with a plan that stands as a whole, each with its place in the plan's JSON. */
export function FaultList({ faults }: { readonly faults: readonly PlanFault[] }) {
  const words = usePlanText();
  return (
    <List.Unordered>
      {faults.map((fault) => (
        <List.Item key={`${fault.at} ${fault.code}`}>
          <code>{fault.at}</code>: {words.faults[fault.code](fault.about)}
        </List.Item>
      ))}
    </List.Unordered>
  );
}
