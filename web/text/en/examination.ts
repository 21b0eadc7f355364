import type { examination as nb } from '../nb/examination.ts';

export const examination = {} satisfies typeof nb;
