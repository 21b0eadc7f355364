/**
 * The reading protocol: a total little language (no loops, no user code) that says who reads, in what order, seeing what,
 * what a machine may decide, and when a case goes to consensus. Steps run in order; the first `end` whose condition holds
 * closes the case. Meaning: open-tasks.ts. What an approved protocol must satisfy: verify.ts.
 */
import { z } from 'zod';

/** What a step binds: 'r1', 'r2', 'c', 'a'. */
export type Name = string;
/** A bound name, a field of a machine's result ('a.score', 'a.pct'), or a fact about the woman ('age', 'density'). */
export type Ref = string;

export type Expr =
  | boolean
  | readonly ['and' | 'or', ...Expr[]]
  | readonly ['not', Expr]
  /** A read with any breast at the limit or above, or a consensus that recalls. */
  | readonly ['pos', Name]
  | readonly ['ge' | 'gt' | 'lt' | 'eq', Ref, number | string]
  | readonly ['missing', Ref]
  /** One of the two is positive and the other is not. */
  | readonly ['disagree', Name, Name];

/** 'priors', another step's name, or an item of a machine's result ('a.score', 'a.marks', 'a.normalTag', 'a.all'). Nothing else is visible. */
export type Sees = string;

type When = { readonly when?: Expr };
export type AiStep = When & {
  readonly ai: Name;
  /** The product, by the id that its results come under; a worked protocol names the published one. */
  readonly model: string;
  /** Lowest and highest `score` of the product's own scale; only what can be said about bands depends on it. */
  readonly scale?: readonly [number, number];
  /** No answer: the case goes on as if the machine were not there ('standard', also when not said), or waits ('hold'). */
  readonly onFail?: 'standard' | 'hold';
};
export type ReadStep = When & {
  readonly read: Name;
  readonly sees: readonly Sees[];
  /** Steps whose readers may not do this one. */
  readonly not?: readonly Name[];
  readonly grade?: 'senior' | 'any';
  /** The same reader looks again, at something she had not seen. */
  readonly revises?: Name;
};
export type ConsensusStep = When & {
  readonly consensus: Name;
  readonly min: number;
  readonly max: number;
  readonly sees: readonly Sees[];
  /** Decision proposed to the members; they may decide otherwise. */
  readonly default?: 'recall' | 'dismiss';
};
/** Closes the case: the expression says whether the woman is recalled. */
export type EndStep = When & { readonly end: Expr };
export type Step = AiStep | ReadStep | ConsensusStep | EndStep;

export type ProtocolArm = { readonly modality?: 'DM' | 'DBT' | 'DM+US'; readonly steps: readonly Step[] };

export type Protocol = {
  readonly id: string;
  readonly version: string;
  /** What is randomised, when there is more than one arm. */
  readonly unit: 'woman' | 'exam' | 'readingDay' | 'site' | 'readerChoice';
  readonly ratio?: Readonly<Record<string, number>>;
  readonly strata?: readonly string[];
  readonly paired?: boolean;
  readonly arms: Readonly<Record<string, ProtocolArm>>;
  /** Paired designs: recall under each strategy. */
  readonly derived?: Readonly<Record<string, Expr>>;
  /** For replay over history only. */
  readonly assume?: {
    readonly consensusOnUnseen: 'recallCancers' | 'dismiss' | number;
    readonly detectInterval?: number;
  };
  /** What a role sees of a closed case, besides its outcome. */
  readonly visibility?: Readonly<Record<string, readonly Sees[]>>;
};

const name = z.string().regex(/^[a-z][A-Za-z0-9]{0,15}$/, 'expected a name: a small letter, then letters or digits');
const ref = z.string().regex(/^[a-z][A-Za-z0-9]{0,31}(\.[a-z][A-Za-z0-9]{0,15})?$/, 'expected a name or name.field');

export const exprSchema: z.ZodType<Expr> = z.lazy(() =>
  z.union([
    z.boolean(),
    z.tuple([z.enum(['and', 'or'])], exprSchema),
    z.tuple([z.literal('not'), exprSchema]),
    z.tuple([z.literal('pos'), name]),
    z.tuple([z.enum(['ge', 'gt', 'lt', 'eq']), ref, z.union([z.number(), z.string()])]),
    z.tuple([z.literal('missing'), ref]),
    z.tuple([z.literal('disagree'), name, name]),
  ]),
);

const when = { when: exprSchema.exactOptional() };
const sees = z.array(ref);
const stepSchema = z.union([
  z.strictObject({
    ai: name,
    model: z.string().min(1).max(60),
    scale: z.tuple([z.number(), z.number()]).exactOptional(),
    onFail: z.enum(['standard', 'hold']).exactOptional(),
    ...when,
  }),
  z.strictObject({
    read: name,
    sees,
    not: z.array(name).exactOptional(),
    grade: z.enum(['senior', 'any']).exactOptional(),
    revises: name.exactOptional(),
    ...when,
  }),
  z.strictObject({
    consensus: name,
    min: z.int().min(1).max(5),
    max: z.int().min(1).max(5),
    sees,
    default: z.enum(['recall', 'dismiss']).exactOptional(),
    ...when,
  }),
  z.strictObject({ end: exprSchema, ...when }),
]);

/** The JSON form, as it is stored and exchanged. */
export const protocolSchema: z.ZodType<Protocol> = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'expected small letters, digits and -'),
  version: z.string().min(1).max(20),
  unit: z.enum(['woman', 'exam', 'readingDay', 'site', 'readerChoice']),
  ratio: z.record(z.string(), z.number().positive()).exactOptional(),
  strata: z.array(z.string()).exactOptional(),
  paired: z.boolean().exactOptional(),
  arms: z.record(
    z.string(),
    z.strictObject({ modality: z.enum(['DM', 'DBT', 'DM+US']).exactOptional(), steps: z.array(stepSchema) }),
  ),
  derived: z.record(z.string(), exprSchema).exactOptional(),
  assume: z
    .strictObject({
      consensusOnUnseen: z.union([z.literal('recallCancers'), z.literal('dismiss'), z.number().min(0).max(1)]),
      detectInterval: z.number().min(0).max(1).exactOptional(),
    })
    .exactOptional(),
  visibility: z.record(z.string(), sees).exactOptional(),
});

/** The steps of an arm. An arm the protocol does not have is a programming error. */
export function stepsOf(protocol: Protocol, arm: string): readonly Step[] {
  const found = protocol.arms[arm];
  if (!found) throw new Error(`Protocol ${protocol.id} ${protocol.version} has no arm "${arm}"`);
  return found.steps;
}

/** The name a step binds; an end binds none. */
export function boundBy(step: Step): Name | undefined {
  if ('ai' in step) return step.ai;
  if ('read' in step) return step.read;
  if ('consensus' in step) return step.consensus;
  return undefined;
}
