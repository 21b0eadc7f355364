import type { cancers as nb } from '../nb/cancers.ts';

export const cancers = {} satisfies typeof nb;
