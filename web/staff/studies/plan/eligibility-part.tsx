import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { DraftCriterion } from '#core/studies/plan-draft';
import { FaultAt } from './fields.tsx';
import { usePlanForm } from './form.tsx';
import { CriterionFields } from './criterion-fields.tsx';
import { fieldId } from './place-of.ts';
import { usePlanText } from './plan-text.ts';
import { Section } from './section.tsx';
import { suggestWords } from './suggest-words.ts';

/** Who may take part: criteria added one by one, each said in words. */
export function EligibilityPart() {
  const words = usePlanText();
  const { draft, set } = usePlanForm();
  const { criteria } = draft.eligibility;
  const write = (next: readonly DraftCriterion[]) => set('eligibility.criteria', next);
  const add = () => {
    const rule = { item: 'age', is: 'at-least', value: 50 } as const;
    write([...criteria, { id: freeId('age', criteria), words: suggestWords(rule), ...rule }]);
  };
  return (
    <Section name="eligibility">
      <Paragraph data-size="sm" id={fieldId('eligibility.criteria')} tabIndex={-1}>
        {words.eligibilityHelp}
      </Paragraph>
      <FaultAt at="eligibility.criteria" />
      {criteria.length === 0 ? <Paragraph data-size="sm">{words.noCriteria}</Paragraph> : null}
      <ol className="plan-list">
        {criteria.map((one, i) => (
          <li key={one.id}>
            <CriterionFields
              criterion={one}
              place={`eligibility.criteria.${i}`}
              name={words.criterion(i + 1)}
              onChange={(next) => {
                const others = criteria.filter((_, at) => at !== i);
                const id = next.item === one.item ? one.id : freeId(next.item, others);
                write(criteria.map((other, at) => (at === i ? { ...next, id } : other)));
              }}
              onRemove={() => write(criteria.filter((_, at) => at !== i))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button variant="secondary" data-size="sm" onClick={add}>
          {words.addCriterion}
        </Button>
      </div>
    </Section>
  );
}

/** 'age', or 'age-2' when there is one: what is stored with whoever was kept out by it. */
function freeId(item: DraftCriterion['item'], others: readonly DraftCriterion[]): string {
  const name = item.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const taken = (id: string) => others.some((one) => one.id === id);
  let id = name;
  for (let n = 2; taken(id); n++) id = `${name}-${n}`;
  return id;
}
