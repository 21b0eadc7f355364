import type { z } from 'zod';
import type { equipmentDetail } from '#contracts/equipment';
import type { DueState } from '#core/equipment/due';
import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Due = z.output<(typeof equipmentDetail)['output']>['due'][number];

const tones: Readonly<Record<DueState, Tone>> = { fine: 'success', soon: 'info', overdue: 'danger', never: 'warning' };

/** How a test stands: in order until a day, soon, or so many days over. */
export function DueTag({ due }: { readonly due: Due }) {
  const { text, formatDate } = useText();
  const words = text.equipment;
  const when =
    due.state === 'overdue' ? words.late(due.daysLate) : due.on ? words.dueOn(formatDate(due.on, 'short')) : '';
  return (
    <span>
      <StatusTag tone={tones[due.state]}>{words.dueStates[due.state]}</StatusTag> {when}
    </span>
  );
}
