import { ok, type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { findActor } from './find-actor.ts';

/**
 * A way of signing in: from what the browser brings to who it is. Today there is the demo's choice of persona. Sign-in
 * by OpenID Connect (HelseID for staff, ID-porten for women) is another value of this type, whose `brings` is the
 * authorisation code and state of the redirect, and whose answer is the user id bound to the subject.
 */
export type SignIn<Brings> = {
  readonly id: 'persona' | 'openid-connect';
  readonly enter: (db: Database, config: Config, brings: Brings) => Promise<Result<Actor>>;
};

/** The demo's door: one says who one is. Shut wherever the installation is not a demo. */
export const persona: SignIn<{ readonly userId: string }> = {
  id: 'persona',
  async enter(db, config, { userId }) {
    if (!config.demo)
      return refuse('not-demo', 'Choosing a person exists in the demo only; this installation has no sign-in yet');
    const actor = await findActor(db, userId);
    return actor ? ok(actor) : refuse('unknown-user', 'There is no such user, or the user is not active');
  },
};
