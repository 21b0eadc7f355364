/** The hidden side of a woman of the demo: her latent life, computed again from seed and identity number. */
import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { type Life, lifeOf } from '#core/simulation/life';
import { lifeIndex } from '#core/simulation/synthetic-person';

export type SyntheticWoman = { readonly identityNumber: string; readonly birthDate: Day; readonly treated: boolean };

/** A woman who has been treated for breast cancer has no tumour left. */
export function presentLife(seed: number, woman: SyntheticWoman): Life {
  const life = lifeOf(seed, lifeIndex(woman.identityNumber), woman.birthDate);
  return woman.treated ? { ...life, tumours: [] } : life;
}

/** SQL that says whether the person under alias `p` has had breast cancer, registered or concluded by pathology. */
export const treatedSql = sql<boolean>`(exists (select from cancer c where c.person_id = p.person_id)
  or exists (select from episode e where e.person_id = p.person_id and e.outcome = 'cancer'))`;

/** What she did when she was last invited, and whether a recall has turned out false before: for the person under `p`. */
export const historySql = {
  lastRound: sql<
    'attended' | 'missed' | 'first'
  >`coalesce((select case when e.outcome in ('not-attended', 'declined') then 'missed' else 'attended' end
    from episode e where e.person_id = p.person_id and e.state = 'closed' order by e.number desc limit 1), 'first')`,
  falsePositiveBefore: sql<boolean>`exists (select from episode e where e.person_id = p.person_id and e.outcome = 'negative-after-assessment')`,
};
