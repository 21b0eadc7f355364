/** A cancer becomes known: the registration, what it does to her later rounds and to how long she lives. */
import { streamOfDay, withoutTumours } from './life.ts';
import { cancerDeath, pathologyOf } from './pathology.ts';
import type { Tumour } from './tumour.ts';
import { goneOn, type Woman } from './woman.ts';

/** Configuration: ten years of clinical follow-up (Oncolex), and days from diagnosis to first treatment. */
const followUpDays = Math.floor(10 * 365.25);
const treatment = { soonest: 15, spread: 20 } as const;

/** A cancer that gives symptoms before a day, in a woman who is still here. */
export function diagnoseSymptoms(woman: Woman, before: number): void {
  if (woman.present.tumours.length === 0) return;
  const tumour = woman.present.tumours.find((t) => t.symptomsOn < before);
  if (tumour) diagnoseTumour(woman, tumour, tumour.symptomsOn);
}

/** The diagnosis on a day (number). Written when it is known at the cut; she is then followed clinically. */
export function diagnoseTumour(woman: Woman, tumour: Tumour, day: number): void {
  const { world, life } = woman;
  const known = day <= world.cut && day < goneOn(woman);
  woman.present = withoutTumours(woman.life);
  if (!known) return;
  woman.due = Math.max(woman.due, day + followUpDays);
  const r = streamOfDay(life, day, 40);
  const { surgery, ...found } = pathologyOf(tumour, day, r);
  const treatedOn = world.diary.onOrAfter(day + treatment.soonest + Math.floor(treatment.spread * r.next()));
  woman.diesOn = Math.min(woman.diesOn, cancerDeath(tumour, day, r, world.parameters));
  const treated = surgery !== 'none' && treatedOn <= world.cut && treatedOn < goneOn(woman);
  woman.emit({
    file: 'cancers',
    row: {
      cancer: `K${woman.reference}-1`,
      identity_number: woman.identityNumber,
      diagnosed_on: world.diary.text(day),
      side: found.side,
      behaviour: found.behaviour,
      histology: found.histology,
      size_mm: String(found.sizeMm),
      grade: String(found.grade),
      nodes: found.nodes,
      er: found.er,
      pr: found.pr,
      her2: found.her2,
      surgery: treated || surgery === 'none' ? surgery : 'unknown',
      treated_on: treated ? world.diary.text(treatedOn) : '',
    },
  });
}
