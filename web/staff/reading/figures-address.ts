import { z } from 'zod';

/** The period of a radiologist's own figures, in years. */
export const figuresAddress = z.object({ years: z.coerce.number().int().min(1).max(10).default(3) });
