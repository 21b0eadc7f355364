import { blindClasses, type ReviewClass, type ReviewRound, type ReviewSide, reviewClasses } from '#core/cancers/review';
import { useShortcuts } from '../components/shortcuts.tsx';
import { type TextTools, useText } from '../text.tsx';

/** What a reviewer has chosen so far. */
export type Judged = { readonly class: ReviewClass | null; readonly side: ReviewSide | null; readonly note: string };
type Words = TextTools['text']['cancers']['review'];

const sideKeys = { right: 'Q', left: 'W', both: 'E' } as const satisfies Record<ReviewSide, string>;
const seen = (judged: Judged) => judged.class === 'missed' || judged.class === 'minimal-signs';
const classesOf = (round: ReviewRound) => (round === 'blind' ? blindClasses : reviewClasses);

function withClass(judged: Judged, next: ReviewClass): Judged {
  const changed = { ...judged, class: next };
  return seen(changed) ? changed : { ...changed, side: null };
}

/** What is lacking before it can be saved, in words; '' when nothing is. */
export function missingIn(judged: Judged, words: Words): string {
  if (!judged.class) return words.chooseClass;
  return seen(judged) && !judged.side ? words.chooseSide : '';
}

/** 1-5 for the class, Q, W and E for the breast, laid as the images hang. */
export function useClassKeys(judged: Judged, onChange: (judged: Judged) => void, round: ReviewRound): void {
  const { text } = useText();
  const words = text.cancers.review;
  useShortcuts([
    ...classesOf(round).map((one, i) => ({
      key: String(i + 1),
      label: classWord(words, one, round),
      run: () => onChange(withClass(judged, one)),
    })),
    ...(['right', 'left', 'both'] as const).map((side) => ({
      key: sideKeys[side],
      label: text.common.side[side],
      run: () => (seen(judged) ? onChange({ ...judged, side }) : undefined),
    })),
  ]);
}

/** The class, the breast where something is seen, and a note. */
export function ClassChoice(props: {
  readonly judged: Judged;
  readonly round: ReviewRound;
  readonly onChange: (judged: Judged) => void;
}) {
  const { text } = useText();
  const words = text.cancers.review;
  const { judged, round, onChange } = props;
  return (
    <>
      <fieldset className="choices">
        <legend>{round === 'blind' ? words.blindQuestion : words.question}</legend>
        {classesOf(round).map((one, i) => (
          <label key={one} data-chosen={judged.class === one}>
            <input
              type="radio"
              name="class"
              checked={judged.class === one}
              onChange={() => onChange(withClass(judged, one))}
            />
            <span>{classWord(words, one, round)}</span>
            <kbd aria-hidden>{i + 1}</kbd>
          </label>
        ))}
      </fieldset>
      {seen(judged) ? (
        <fieldset className="choices">
          <legend>{words.where}</legend>
          {(['right', 'left', 'both'] as const).map((side) => (
            <label key={side} data-chosen={judged.side === side}>
              <input
                type="radio"
                name="side"
                checked={judged.side === side}
                onChange={() => onChange({ ...judged, side })}
              />
              <span>{text.common.side[side]}</span>
              <kbd aria-hidden>{sideKeys[side]}</kbd>
            </label>
          ))}
        </fieldset>
      ) : null}
      <label className="note">
        <span>{text.reading.note}</span>
        <textarea
          rows={2}
          maxLength={1000}
          value={judged.note}
          onChange={(event) => onChange({ ...judged, note: event.currentTarget.value })}
        />
      </label>
    </>
  );
}

/** The blind reviewer is asked in words that do not presuppose a cancer. */
function classWord(words: Words, one: ReviewClass, round: ReviewRound): string {
  return round === 'blind' && one !== 'occult' ? words.blindClasses[one] : words.classes[one];
}
