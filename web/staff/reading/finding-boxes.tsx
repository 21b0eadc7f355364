import { useText } from '../text.tsx';
import { type Finding, findingKinds, type Side } from './score-scale.ts';

/** What a positive breast shows, as far as the reader wishes to say it now. */
export function FindingBoxes(props: {
  readonly side: Side;
  readonly findings: readonly Finding[];
  readonly onChange: (findings: readonly Finding[]) => void;
}) {
  const { text } = useText();
  const { side, findings } = props;
  const toggle = (kind: Finding['kind'], on: boolean) => {
    const others = findings.filter((f) => f.breast !== side || f.kind !== kind);
    props.onChange(on ? [...others, { breast: side, kind }] : others);
  };
  return (
    <fieldset className="findings">
      <legend>{text.reading.findings(text.reading.breast[side])}</legend>
      {findingKinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={findings.some((f) => f.breast === side && f.kind === kind)}
            onChange={(event) => toggle(kind, event.currentTarget.checked)}
          />
          <span>{text.reading.findingKinds[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}
