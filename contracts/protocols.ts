/** Reading protocols across HTTP: the language itself is core/protocols, and both sides run the same checks on it. */
import { z } from 'zod';
import type { Role } from '#core/people/access';
import { faultCodes } from '#core/protocols/fault';
import { protocolSchema } from '#core/protocols/protocol';
import { LONGEST_PROTOCOL } from '#core/protocols/read-protocol';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const readers = ['office', 'researcher', 'administrator', 'radiologist'] as const satisfies readonly Role[];
const writers = ['office', 'researcher', 'administrator'] as const satisfies readonly Role[];
const deciders = ['office'] as const satisfies readonly Role[];

const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const version = z.string().trim().min(1).max(20);
const named = { id, version };
const inLanguages = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
/** Words of a worked protocol come in three languages; those of a draft in the one it was written in. */
const written = z.union([inLanguages, z.string()]);
/** `worked` = an example that comes with the product. */
export const standings = ['worked', 'draft', 'approved', 'retired'] as const;

const band = z.object({
  value: z.union([z.number(), z.string()]).nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
});
const name = z.string();
/** A fault by its kind, to be said in the language of the page (core/protocols/words.ts). */
export const protocolFault = z.object({
  code: z.enum(faultCodes),
  arm: z.string().nullable(),
  at: z.union([z.string(), z.number()]).nullable(),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  when: z
    .array(
      z.union([
        z.object({ kind: z.literal('machine'), name, field: z.string(), band }),
        z.object({ kind: z.enum(['answers', 'fails']), name }),
        z.object({ kind: z.literal('item'), ref: z.string(), band }),
        z.object({ kind: z.literal('read'), name, positive: z.boolean(), score: z.number() }),
        z.object({ kind: z.literal('consensus'), name, recall: z.boolean() }),
      ]),
    )
    .readonly()
    .nullable(),
  more: z.number(),
});

const use = z.object({
  centreId: z.string(),
  centreName: z.string(),
  ...named,
  arm: z.string(),
  /** null: the programme's own protocol, as long as nothing else was decided. */
  fromDay: dayText.nullable(),
  decidedBy: z.string().nullable(),
});

export const listProtocols = endpoint({
  method: 'GET',
  path: '/api/protocols',
  permission: readers,
  input: z.object({}),
  output: z.object({
    protocols: z.array(
      z.object({
        ...named,
        title: written,
        source: z.string(),
        standing: z.enum(standings),
        arms: z.array(z.string()),
        on: dayText.nullable(),
      }),
    ),
    /** What each centre that the one who asks may see reads by today. */
    inUse: z.array(use),
    /** Decided, from a later day. */
    coming: z.array(use),
  }),
  summary: 'Worked examples, drafts and approved reading protocols, and which of them each centre reads by',
});

const hidden = z.array(z.enum(['machine', 'marks', 'reads', 'consensus']));

export const showProtocol = endpoint({
  method: 'GET',
  path: '/api/protocols/:id/:version',
  permission: readers,
  input: z.object(named),
  output: z.object({
    ...named,
    title: written,
    source: z.string(),
    notes: inLanguages.nullable(),
    standing: z.enum(standings),
    protocol: protocolSchema,
    /** Who wrote or approved it, and when. */
    by: z.string().nullable(),
    on: dayText.nullable(),
    /** How many times a draft has been saved. */
    edit: z.number().int().nullable(),
    /** Every version of the same protocol, this one among them, in order. */
    versions: z.array(z.object({ version, standing: z.enum(standings), protocol: protocolSchema })),
    uses: z.array(use),
  }),
  summary: 'One version of a reading protocol, with its other versions and where it is in use',
});

export const protocolRules = endpoint({
  method: 'GET',
  path: '/api/protocol-rules',
  permission: readers,
  input: z.object({}),
  output: z.object({
    policy: z.object({
      minReads: z.number(),
      minReadsWhenAiFails: z.number(),
      recallOnlyByConsensus: z.boolean(),
      blindReads: z.boolean(),
      hidden: z.record(z.string(), hidden),
    }),
    /** Women as they come to screening, for the expected load (core/protocols/typical-case.ts). */
    typicalCases: z.array(
      z.object({
        weight: z.number(),
        positive: z.tuple([z.boolean(), z.boolean()]),
        secondLook: z.boolean(),
        recall: z.boolean(),
        pct: z.number(),
        normalTag: z.enum(['normal', 'none']),
        age: z.number(),
      }),
    ),
    /** Machines whose results come to this installation. */
    products: z.array(z.string()),
    centres: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  summary: 'What the programme asks of every reading protocol, and what a protocol is tried on while it is written',
});
export type ProtocolRules = OutputOf<typeof protocolRules>;

const draft = {
  ...named,
  title: z.string().trim().min(2).max(200),
  source: z.string().trim().max(500),
  /** The protocol as JSON text. */
  text: z.string().max(LONGEST_PROTOCOL),
};

export const saveDraft = endpoint({
  method: 'POST',
  path: '/api/protocols/:id/:version/draft',
  permission: writers,
  input: z.object({
    ...draft,
    /** The edit that the page started from; null = a new draft. */
    edit: z.number().int().nullable(),
  }),
  output: z.object({ edit: z.number().int(), faults: z.number().int() }),
  summary: 'Saves a draft, with faults or without; it must be a protocol in form',
});

export const deleteDraft = endpoint({
  method: 'POST',
  path: '/api/protocols/:id/:version/delete-draft',
  permission: writers,
  input: z.object(named),
  output: z.object({ done: z.literal(true) }),
  summary: 'Throws a draft away',
});

export const approveDraft = endpoint({
  method: 'POST',
  path: '/api/protocols/:id/:version/approve',
  permission: deciders,
  input: z.object({ ...named, edit: z.number().int() }),
  output: z.object({ done: z.literal(true) }),
  summary: 'Approves a draft as it stood on the page; one with faults is refused with the faults',
});

export const retireProtocol = endpoint({
  method: 'POST',
  path: '/api/protocols/:id/:version/retire',
  permission: deciders,
  input: z.object(named),
  output: z.object({ done: z.literal(true) }),
  summary: 'Takes an approved version out of what can be chosen; cases read by it go on',
});

export const putIntoUse = endpoint({
  method: 'POST',
  path: '/api/protocols/:id/:version/use',
  permission: deciders,
  input: z.object({ ...named, arm: z.string(), centres: z.array(z.string()).min(1), fromDay: dayText }),
  output: z.object({ centres: z.number().int() }),
  summary: 'Decides that centres read by an approved protocol from a day on; open cases are not touched',
});
