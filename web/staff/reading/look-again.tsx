import { useText } from '../text.tsx';
import type { ShownCase } from './case-facts.tsx';
import type { Opinion } from './score-scale.ts';

/** What she said before of a case that she is asked to look at again. */
function before({ own, revises }: ShownCase): Opinion | undefined {
  const read = own.find((one) => one.step === revises);
  return read && { left: read.left, right: read.right, findings: [] };
}

/** The score form begins with her earlier opinion, and keeps it in one key. */
export function earlierRead(shown: ShownCase): { readonly initial?: Opinion; readonly keep?: Opinion } {
  const opinion = before(shown);
  return opinion ? { initial: opinion, keep: opinion } : {};
}

/** Says that this is a second look, what she said first, and that she alone decides. */
export function LookAgain({ shown }: { readonly shown: ShownCase }) {
  const { text } = useText();
  const opinion = before(shown);
  if (!opinion) return null;
  return (
    <p className="look-again">
      <strong>{text.reading.lookAgain.title}</strong> {text.reading.lookAgain.before(opinion.right, opinion.left)}
    </p>
  );
}
