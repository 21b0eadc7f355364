/** Works every draw of a study out again from its key: what anyone may do once the key is revealed. */
import { z } from 'zod';
import { digestMessage, draw, firstStanding, type Standing } from './draw.ts';
import { planSchema, type StudyPlan } from './study.ts';

const drawnSchema = z.object({
  stratum: z.string(),
  position: z.int(),
  /** Woman, examination, day or site, under a name that leads to nobody. */
  subject: z.string(),
  version: z.string(),
  levels: z.array(z.string()),
  arm: z.string(),
});
export type Drawn = z.output<typeof drawnSchema>;

/** The file that a closed study is checked by. */
export const allocationExportSchema = z.object({
  studyId: z.string(),
  key: z.string().regex(/^[0-9a-f]{64}$/, 'expected the key as 64 hexadecimal digits'),
  plans: z.array(planSchema.pick({ version: true, protocol: true, allocation: true, series: true, unit: true })),
  draws: z.array(drawnSchema),
});
export type AllocationExport = z.output<typeof allocationExportSchema>;

export type Recomputed = {
  readonly draws: number;
  readonly strata: number;
  /** Draws whose arm is not the one that follows from the key. */
  readonly different: readonly (Drawn & { readonly expected: string })[];
  /** Positions of a stratum that are missing, given twice, or drawn under a version that is not in the file. */
  readonly faults: readonly string[];
};

/** `hmac`: HMAC-SHA-256 under the file's key, as hexadecimal text. */
export function recompute(file: AllocationExport, hmac: (message: string) => string): Recomputed {
  const plans = new Map<string, Pick<StudyPlan, 'protocol' | 'allocation'>>(file.plans.map((p) => [p.version, p]));
  const different: (Drawn & { expected: string })[] = [];
  const faults: string[] = [];
  const strata = new Map<string, Drawn[]>();
  for (const drawn of file.draws) {
    const known = strata.get(drawn.stratum);
    if (known) known.push(drawn);
    else strata.set(drawn.stratum, [drawn]);
  }
  for (const [stratum, draws] of strata) {
    let standing: Standing = firstStanding;
    let last = 0;
    for (const drawn of draws.toSorted((a, b) => a.position - b.position)) {
      if (drawn.position !== ++last) {
        faults.push(`${stratum}: expected position ${last}, found ${drawn.position}`);
        break;
      }
      const plan = plans.get(drawn.version);
      if (!plan) {
        faults.push(`${stratum} ${drawn.position}: version ${drawn.version} is not in the file`);
        break;
      }
      const { block } = standing;
      const again = draw(plan, standing, drawn.levels, (part) =>
        hmac(digestMessage(file.studyId, stratum, block, part)),
      );
      if (again.arm !== drawn.arm) different.push({ ...drawn, expected: again.arm });
      standing = again.standing;
    }
  }
  const subjects = new Set(file.draws.map(({ subject }) => subject));
  if (subjects.size < file.draws.length) faults.push(`${file.draws.length - subjects.size} have been drawn twice`);
  return { draws: file.draws.length, strata: strata.size, different, faults };
}
