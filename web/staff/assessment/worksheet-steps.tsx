import type { Worksheet } from '#contracts/assessment';
import { stepsSoFar } from '#core/assessment/steps';
import { useText } from '../text.tsx';
import './worksheet.css';

/** Where she is on the way from recall to treatment, at a glance; the step that is waited for stands out. */
export function WorksheetSteps({ sheet }: { readonly sheet: Worksheet }) {
  const { text, formatDate } = useText();
  const words = text.assessment.steps;
  const steps = stepsSoFar({
    closed: sheet.state === 'closed',
    cancer: sheet.outcome === 'cancer',
    recalledOn: sheet.recalledOn,
    time: sheet.appointment,
    assessments: sheet.assessments,
    answers: sheet.pathology.map((p) => p.reportedOn),
    treatments: sheet.treatments.map((t) => t.day),
  });
  return (
    <ol className="worksheet-steps" aria-label={words.label}>
      {steps.map(({ step, state, day }) => (
        <li key={step} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
          <strong>{words.names[step]}</strong>
          <span>{state === 'done' && day ? formatDate(day, 'short') : words.states[state]}</span>
        </li>
      ))}
    </ol>
  );
}
