import type { messaging as nb } from '../nb/messaging.ts';

export const messaging = {} satisfies typeof nb;
