import { useText } from '../text.tsx';

export type Why = { readonly reason: string; readonly note: string };

/** Why one breast is recalled or dismissed: a reason of the programme's, and a note where it helps. */
export function BreastReason(props: {
  readonly reasons: readonly string[];
  readonly why: Why;
  readonly onChange: (why: Why) => void;
}) {
  const { text } = useText();
  const { why } = props;
  return (
    <div className="breast-reason">
      <label>
        <span>{text.reading.reason}</span>
        <select value={why.reason} onChange={(event) => props.onChange({ ...why, reason: event.currentTarget.value })}>
          <option value="">{text.reading.chooseOne}</option>
          {props.reasons.map((reason, i) => (
            <option key={reason} value={reason}>
              {i < 9 ? `${i + 1}  ` : ''}
              {text.reading.consensusReasons[reason] ?? reason}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{text.reading.note}</span>
        <textarea
          rows={2}
          maxLength={500}
          value={why.note}
          onChange={(event) => props.onChange({ ...why, note: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}
