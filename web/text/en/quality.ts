import type { quality as nb } from '../nb/quality.ts';

export const quality = {} satisfies typeof nb;
