import type { SiteState, StudyState } from '#core/studies/study';
import type { Tone } from '../components/status-tag.tsx';

export const stateTones: Readonly<Record<StudyState, Tone>> = {
  draft: 'neutral',
  'set-up': 'info',
  approved: 'info',
  open: 'success',
  paused: 'warning',
  closed: 'neutral',
};

export const siteTones: Readonly<Record<SiteState, Tone>> = {
  waiting: 'neutral',
  open: 'success',
  paused: 'warning',
  closed: 'neutral',
};
