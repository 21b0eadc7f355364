/** Who has access, in what role, and what they have looked at and changed. */
import { z } from 'zod';
import { staffRoles } from '#core/people/access';
import { dayText } from '#core/registry/delivery';
import { endpoint } from './endpoint.ts';

const user = {
  name: z.string().trim().min(2).max(120),
  role: z.enum(staffRoles),
  /** Null for those who work for the whole country. */
  centreId: z.string().nullable(),
};
/** As the sign-in service knows her. */
const userId = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,59}$/u);

export const listUsers = endpoint({
  method: 'GET',
  path: '/api/people/users',
  permission: ['administrator'],
  input: z.strictObject({}),
  output: z.object({
    users: z
      .array(
        z.object({
          ...user,
          userId: z.string(),
          centre: z.string().nullable(),
          active: z.boolean(),
          version: z.number().int(),
          /** The last programme day that the log has anything by her. */
          lastSeen: dayText.nullable(),
          changedOn: dayText.nullable(),
          changedBy: z.string().nullable(),
        }),
      )
      .readonly(),
    centres: z.array(z.object({ centreId: z.string(), name: z.string() })).readonly(),
  }),
  summary: 'Everybody who works in the programme, with role and centre, and those whose access has ended',
});

export const addUser = endpoint({
  method: 'POST',
  path: '/api/people/users',
  permission: ['administrator'],
  input: z.strictObject({ ...user, userId }),
  output: z.literal(true),
  summary: 'Gives a person access in one role',
});

export const changeUser = endpoint({
  method: 'POST',
  path: '/api/people/users/change',
  permission: ['administrator'],
  input: z.strictObject({ ...user, userId, active: z.boolean(), version: z.number().int() }),
  output: z.object({ version: z.number().int() }),
  summary: 'Changes name, role or centre of a user, ends the access or gives it back; it holds from the next request',
});

export const logKinds = ['looks', 'changes', 'sessions'] as const;

export const accessLog = endpoint({
  method: 'GET',
  path: '/api/people/access-log',
  permission: ['administrator', 'office'],
  input: z.object({
    userId: z.string().optional(),
    from: dayText.optional(),
    to: dayText.optional(),
    kind: z.enum(logKinds).optional(),
  }),
  output: z.object({
    from: dayText,
    to: dayText,
    /** All lines there are in the period; the latest of them are given. */
    total: z.number().int(),
    lines: z
      .array(
        z.object({
          day: dayText,
          at: z.string(),
          userId: z.string(),
          name: z.string(),
          role: z.string(),
          kind: z.enum(logKinds),
          /** What was looked at, else the code of the action. */
          what: z.string(),
          /** Whom it was about; never a name here. */
          personId: z.guid().nullable(),
          times: z.number().int(),
        }),
      )
      .readonly(),
    users: z.array(z.object({ userId: z.string(), name: z.string() })).readonly(),
  }),
  summary: 'What staff have looked at and changed, latest first, by user and day. Names no woman',
});
