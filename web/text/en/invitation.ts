import type { invitation as nb } from '../nb/invitation.ts';

export const invitation = {} satisfies typeof nb;
