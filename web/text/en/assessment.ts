import type { assessment as nb } from '../nb/assessment.ts';

export const assessment = {} satisfies typeof nb;
