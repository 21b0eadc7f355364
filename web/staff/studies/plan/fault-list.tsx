import { List } from '@digdir/designsystemet-react';
import type { Protocol } from '#core/protocols/protocol';
import type { PlanFault } from '#core/studies/plan-fault';
import { useText } from '../../text.tsx';
import { usePlanText } from './plan-text.ts';
import { sayFault } from './say-fault.ts';

/** What is wrong with a plan that stands as a whole, each with its place in the plan's JSON. */
export function FaultList(props: { readonly faults: readonly PlanFault[]; readonly protocol?: Protocol }) {
  const { text } = useText();
  const words = usePlanText();
  return (
    <List.Unordered>
      {props.faults.map((fault) => {
        const said = sayFault(fault, props.protocol ?? null, words, text.protocolWords);
        return (
          <List.Item key={`${fault.at} ${said}`}>
            {fault.at ? (
              <>
                <code>{fault.at}</code>:{' '}
              </>
            ) : null}
            {said}
          </List.Item>
        );
      })}
    </List.Unordered>
  );
}
