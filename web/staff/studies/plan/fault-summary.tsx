import { ErrorSummary } from '@digdir/designsystemet-react';
import type { PlanDraft } from '#core/studies/plan-draft';
import type { PlanFault } from '#core/studies/plan-fault';
import { useText } from '../../text.tsx';
import { faultWords } from './form.tsx';
import { labelOf } from './label-of.ts';
import { fieldId, placeOf } from './place-of.ts';
import { usePlanText } from './plan-text.ts';

/** Everything that stands in the way of putting the plan forward, each with the way to its field. */
export function FaultSummary({ faults, draft }: { readonly faults: readonly PlanFault[]; readonly draft: PlanDraft }) {
  const { text } = useText();
  const words = usePlanText();
  if (faults.length === 0) return null;
  return (
    <ErrorSummary>
      <ErrorSummary.Heading>{words.faultsTitle}</ErrorSummary.Heading>
      <ErrorSummary.List>
        {faults.map((fault) => {
          const place = placeOf(fault);
          return (
            <ErrorSummary.Item key={`${fault.at} ${fault.code}`}>
              <ErrorSummary.Link
                href={`#${fieldId(place)}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(place);
                }}
              >
                {labelOf(place, draft, words, text)}: {faultWords(fault, draft, words, text.protocolWords)}
              </ErrorSummary.Link>
            </ErrorSummary.Item>
          );
        })}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}

/** Moves the focus to the field at a place, or to the nearest that holds it, and opens what it is folded into. */
function goTo(place: string): void {
  const parts = place.split('.');
  while (parts.length > 0) {
    const field = document.getElementById(fieldId(parts.join('.')));
    if (field) {
      for (let around = field.parentElement; around; around = around.parentElement)
        if ('open' in around && !(around instanceof HTMLDialogElement)) around.open = true;
      field.focus();
      return;
    }
    parts.pop();
  }
}
