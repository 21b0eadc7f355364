import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import type { FigureView } from './figure-words.ts';

/** Shape and word say it; the colour only repeats them. */
const marks: Readonly<Record<FigureView['verdict'], { readonly mark: string; readonly tone: Tone }>> = {
  desirable: { mark: '◆', tone: 'success' },
  acceptable: { mark: '●', tone: 'info' },
  below: { mark: '▼', tone: 'warning' },
  'no-target': { mark: '', tone: 'neutral' },
  'no-value': { mark: '', tone: 'neutral' },
};

/** The level a figure reaches, and whether chance may have decided it. */
export function VerdictTag({ figure }: { readonly figure: Pick<FigureView, 'verdict' | 'certain'> }) {
  const { text } = useText();
  const { mark, tone } = marks[figure.verdict];
  const words = text.quality.verdicts[figure.verdict];
  if (!mark) return <span className="verdict">{words}</span>;
  return (
    <span className="verdict">
      <StatusTag tone={tone}>
        <span aria-hidden="true">
          {mark}
          {'\u00a0'}
        </span>
        {words}
      </StatusTag>
      {figure.certain ? null : <span className="verdict-note"> {text.quality.uncertain}</span>}
    </span>
  );
}
