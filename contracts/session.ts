import { z } from 'zod';
import { roles } from '#core/people/access';
import { endpoint } from './endpoint.ts';

export const actorView = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  centre: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type ActorView = z.output<typeof actorView>;

/** Who is signed in, the programme day, and whether this is a demo. */
export const sessionView = z.object({ actor: actorView.nullable(), today: z.string(), demo: z.boolean() });
export type SessionView = z.output<typeof sessionView>;

export const currentSession = endpoint({
  method: 'GET',
  path: '/api/session',
  permission: 'anyone',
  input: z.object({}),
  output: sessionView,
  summary: 'Who is signed in, and the programme day',
});

export const personas = endpoint({
  method: 'GET',
  path: '/api/personas',
  permission: 'anyone',
  input: z.object({}),
  output: z.object({
    staff: z.array(actorView),
    /** The centre whose newest work the demo leaves for the person at the screen. */
    desk: z.string().nullable(),
    women: z.array(z.object({ userId: z.string(), name: z.string(), state: z.string() })),
  }),
  summary: 'The persons one may be in the demo; refused outside it',
});

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  permission: 'anyone',
  input: z.object({ userId: z.string().min(1).max(80) }),
  output: sessionView,
  summary: 'Signs in as a persona of the demo',
});

export const signOut = endpoint({
  method: 'POST',
  path: '/api/session/end',
  permission: 'anyone',
  input: z.object({}),
  output: sessionView,
  summary: 'Signs out',
});
