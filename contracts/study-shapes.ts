/** What the pages of a running study have in common: who may come to them, and the shapes that several answers are made of. */
import { z } from 'zod';
import { dryRunMeasures } from '#core/studies/dry-run';

/** Who may come to the pages at all; what each sees is decided by core/studies/sight.ts. */
export const readers = ['office', 'coordinator', 'radiographer', 'radiologist', 'researcher', 'administrator'] as const;

export const studyId = z.string();
export const words = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
export const limits = z.object({ lower: z.number(), upper: z.number() });
export const valued = limits.extend({ value: z.number() });
export const measure = z.enum(dryRunMeasures);
export const look = z.object({
  information: z.number(),
  z: z.number().nullable(),
  p: z.number(),
  spent: z.number(),
});

/** The study, and what the actor may do and see of it. */
export const head = z.object({
  studyId,
  title: words,
  invented: z.boolean(),
  state: z.string(),
  version: z.string(),
  today: z.string(),
  /** null = all sites; else the actor's own. */
  centres: z.array(z.string()).nullable(),
  /** Whether she may count women of it; who only plans it may not. */
  mayFollow: z.boolean(),
  mayArms: z.boolean(),
  mayBoard: z.boolean(),
  mayPlan: z.boolean(),
  mayEnter: z.boolean(),
});
