import { dayNumber } from '#core/kernel/day';
import { ok } from '#core/kernel/result';
import { type Interview, nothingToReport } from '#core/examination/interview';
import type { ExaminationReport } from '#core/examination/result';
import type { ViewReport } from '#core/examination/views';
import { type RadiographerFindings, radiographerFindings, type TakenImage, views } from '#core/simulation/clinic';
import { streamOfDay } from '#core/simulation/life';
import type { Tx } from '#server/db/transaction';
import { recordAttendedNotScreened } from '#server/examination/attended-not-screened';
import { recordExamination } from '#server/examination/record-examination';
import { checkIn } from '#server/invitation/check-in';
import { drawBeforeImages } from '#server/studies/draw-before-images';
import { byCentre } from './by-centre.ts';
import { changedByOther } from './expected.ts';
import { act, type Play } from './play.ts';
import { answerStudies, centresAsking } from './play-studies.ts';
import { bookedWomen, type BookedWoman, intention, streams } from './play-answers.ts';
import { byTurn } from './staff.ts';

/** The clinic day at every unit: the women who come are checked in, asked and imaged. Returns how many were examined. */
export async function playClinic(play: Play): Promise<number> {
  let examined = 0;
  const asking = await centresAsking(play.db);
  await byCentre(await bookedWomen(play, 'today'), async (woman) => {
    const { life, outcome } = intention(play, woman);
    const comes = outcome === 'comes' || woman.status === 'checked-in' || woman.kind === 'technical-recall';
    const radiographer = byTurn(play.staff.get(woman.centreId)?.radiographers ?? [], life.index);
    if (!comes || !radiographer) return;
    const day = dayNumber(play.today);
    const findings = radiographerFindings(life, day, streamOfDay(life, day, streams.clinic));
    await act<unknown>(
      play,
      radiographer,
      (tx) => examine(tx, woman, findings, asking.has(woman.centreId)),
      changedByOther,
    );
    examined++;
  });
  return examined;
}

async function examine(tx: Tx, woman: BookedWoman, findings: RadiographerFindings, asks: boolean) {
  const { personId, appointmentId } = woman;
  let { version } = woman;
  if (woman.status !== 'checked-in') {
    const here = await checkIn(tx, { personId, appointmentId, version });
    if (!here.ok) return here;
    version = here.value.version;
  }
  if (asks) {
    const answered = await answerStudies(tx, woman);
    if (!answered.ok) return answered;
  }
  const key = { personId, appointmentId, version };
  if (findings.outcome === 'attended-not-screened')
    return recordAttendedNotScreened(tx, { ...key, reason: 'declined' });
  const report = reportOf(findings);
  const drawn = asks ? await drawnImages(tx, woman, report) : ok({ modality: null });
  if (!drawn.ok) return drawn;
  return recordExamination(tx, { ...key, modality: drawn.value.modality === 'DBT' ? 'DBT' : 'DM', ...report });
}

/** Where a study draws before the images, its draw is made when she has been interviewed. */
function drawnImages(tx: Tx, { personId, appointmentId }: BookedWoman, { interview }: ExaminationReport) {
  const answers = { implants: interview.implants !== 'none', symptoms: interview.symptoms.length > 0 };
  return drawBeforeImages(tx, { personId, appointmentId, ...answers });
}

function reportOf(findings: RadiographerFindings): ExaminationReport {
  const interview: Interview = {
    ...nothingToReport,
    symptoms: findings.symptoms ? [{ kind: 'lump', side: 'left', since: 'weeks' }] : [],
    implants: findings.implants ? 'both' : 'none',
    earlierSurgery: findings.earlierSurgery ? [{ kind: 'benign', side: 'right', year: null }] : [],
    hormoneUse: findings.hormoneUse ? 'now' : 'never',
  };
  return { interview, views: views.map((view) => viewOf(view, findings)), cannotBeBetter: !findings.technicalRecall };
}

function viewOf(view: TakenImage['view'], findings: RadiographerFindings): ViewReport {
  const image = findings.images.find((i) => i.view === view);
  if (!image) return { view, taken: false, missing: 'pain' };
  const retakeReasons = image.retakes > 0 ? (['positioning'] as const) : [];
  const spoiled = findings.technicalRecall && view === 'LMLO';
  const deviations = spoiled
    ? [{ criterion: 'all-tissue', degree: 'not-met' as const }]
    : image.quality === 'P'
      ? []
      : [{ criterion: 'symmetry', degree: image.quality === 'A' ? ('minor' as const) : ('not-met' as const) }];
  return { view, taken: true, retakes: image.retakes, retakeReasons: [...retakeReasons], deviations };
}
