import { recallStep } from '#core/assessment/times';
import { assessmentRules } from '#programmes/breast-no/assessment';
import type { Tx } from '#server/db/transaction';
import { giveTime } from './book-assessment.ts';
import { closeWithoutAssessment } from './close-without-assessment.ts';
import { type CentreTimes, loadTimes } from './load-times.ts';
import { loadRecallsToBook } from './recalls-to-book.ts';

export type BookedRecalls = { readonly booked: number; readonly withoutTime: number; readonly closed: number };

/**
 * Gives every recalled woman whom the actor sees the first free time of her centre, the one who has waited longest
 * first. After the last offer she is left for the centre to call; when the rule's days have passed the episode closes.
 */
export async function bookRecalls(tx: Tx): Promise<BookedRecalls> {
  const times = new Map<string, CentreTimes>();
  const counts = { booked: 0, withoutTime: 0, closed: 0 };
  for (const recall of await loadRecallsToBook(tx)) {
    const step = recallStep(recall.missed, recall.missedOn, tx.today, assessmentRules);
    if (step === 'wait') continue;
    if (step === 'close') {
      const closed = await closeWithoutAssessment(tx, { ...recall, reason: 'did not come to the times offered' });
      if (closed.ok) counts.closed++;
      continue;
    }
    const centre = times.get(recall.centreId) ?? (await loadTimes(tx, recall.centreId));
    times.set(recall.centreId, centre);
    const given = await giveTime(tx, recall, centre);
    if (given.ok) counts.booked++;
    else counts.withoutTime++;
  }
  return counts;
}
