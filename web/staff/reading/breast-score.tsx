import type { Score } from '#core/protocols/facts';
import { useText } from '../text.tsx';
import { keyOf, scale, type Side } from './score-scale.ts';

/** Five radio buttons with what each score means and its key. */
export function BreastScore(props: {
  readonly side: Side;
  readonly chosen: Score | null;
  readonly onChoose: (score: Score) => void;
}) {
  const { text } = useText();
  const { side } = props;
  return (
    <fieldset className="breast-score">
      <legend>{text.reading.breast[side]}</legend>
      {scale.map((score) => (
        <label key={score} data-chosen={props.chosen === score}>
          <input
            type="radio"
            name={side}
            value={score}
            checked={props.chosen === score}
            onChange={() => props.onChoose(score)}
          />
          <strong>{score}</strong>
          <span>{text.reading.scores[score - 1]}</span>
          <kbd aria-hidden>{keyOf(side, score)}</kbd>
        </label>
      ))}
    </fieldset>
  );
}
