import { Button } from '@digdir/designsystemet-react';
import { usePlanText } from './plan-text.ts';

/** Stays at the foot of the window: how far one has come, keeping it, and putting it forward. */
export function SavePlan(props: {
  readonly state: string;
  readonly left: string;
  readonly pending: boolean;
  readonly onSave: () => void;
  readonly onPutForward: () => void;
}) {
  const words = usePlanText();
  return (
    <div className="plan-save no-print">
      <span>
        {props.state}. {props.left}
      </span>
      <span className="plan-save-buttons">
        <Button variant="secondary" data-size="sm" disabled={props.pending} onClick={props.onSave}>
          {words.save}
        </Button>
        <Button data-size="sm" disabled={props.pending} onClick={props.onPutForward}>
          {words.putForward}
        </Button>
      </span>
    </div>
  );
}
