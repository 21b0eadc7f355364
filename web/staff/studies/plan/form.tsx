import { createContext, useContext } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import type { showPlanDraft } from '#contracts/study-plans';
import type { PlanDraft } from '#core/studies/plan-draft';
import type { PlanFault } from '#core/studies/plan-fault';
import type { StudyPlan } from '#core/studies/study';
import type { Text } from '#web/text/nb';
import { useText } from '../../text.tsx';
import { fieldId, placeOf, shownTimes } from './place-of.ts';
import type { PlanText } from './plan-text.ts';
import { usePlanText } from './plan-text.ts';
import { sayFault } from './say-fault.ts';
import { valueAt } from './value-at.ts';

export type Shown = OutputOf<typeof showPlanDraft>;

/** What is being written, and what it is written from. */
export type PlanForm = {
  readonly shown: Shown;
  readonly draft: PlanDraft;
  /** The plan that it has become; null while something is missing. */
  readonly plan: StudyPlan | null;
  /** Faults that are shown at their fields: none before one has asked. */
  readonly faults: readonly PlanFault[];
  readonly set: (path: string, value: unknown) => void;
};

export const PlanFormContext = createContext<PlanForm | undefined>(undefined);

export function usePlanForm(): PlanForm {
  const form = useContext(PlanFormContext);
  if (!form) throw new Error('a field of the plan stands outside its form');
  return form;
}

/** The value at a place, how to change it, and what is wrong there. */
export function useField(place: string) {
  const { draft, set } = usePlanForm();
  return {
    id: fieldId(place),
    value: valueAt(draft, place),
    error: useFaultAt(place),
    change: (value: unknown) => set(place, value),
  };
}

/** What is wrong at a place, in words. */
export function useFaultAt(place: string): string | undefined {
  const { faults, draft } = usePlanForm();
  const { text } = useText();
  const words = usePlanText();
  const here = faults.filter((fault) => placeOf(fault) === place);
  return here.length === 0
    ? undefined
    : here.map((fault) => faultWords(fault, draft, words, text.protocolWords)).join('. ');
}

/** A fault in words, its limits in the unit of the field. */
export function faultWords(
  fault: PlanFault,
  draft: PlanDraft,
  words: PlanText,
  protocolWords: Text['protocolWords'],
): string {
  const { limit } = fault.about;
  const times = shownTimes(placeOf(fault), draft);
  const about =
    typeof limit === 'number' ? { ...fault.about, limit: Number((limit * times).toPrecision(12)) } : fault.about;
  return sayFault({ ...fault, about }, draft.protocol, words, protocolWords);
}
