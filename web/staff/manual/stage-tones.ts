import type { Stage } from '#core/manual/progress';
import type { Tone } from '../components/status-tag.tsx';

export const stageTones: Readonly<Record<Stage, Tone>> = {
  open: 'neutral',
  returned: 'warning',
  submitted: 'info',
  accepted: 'success',
};
