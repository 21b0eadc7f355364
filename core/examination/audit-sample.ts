/** A sample of examinations for peer audit: by chance, the same number from each radiographer, the same from the same seed. */
import { random } from '#core/kernel/random';

export type AuditCandidate = { readonly examinationId: string; readonly radiographer: string };

/**
 * Up to `each` examinations of every radiographer, in an order that mixes them, so that nobody can tell whose come next.
 * Which are drawn depends on the seed and on the examination itself, not on the order of the candidates; a later
 * candidate moves others out only as far as chance says.
 */
export function drawAuditSample<Candidate extends AuditCandidate>(
  candidates: readonly Candidate[],
  each: number,
  seed: string,
): readonly Candidate[] {
  const lot = (purpose: string) => (one: Candidate) => random(purpose, seed, one.examinationId).next();
  const drawn = [...new Set(candidates.map((one) => one.radiographer))].flatMap((radiographer) =>
    ordered(
      candidates.filter((one) => one.radiographer === radiographer),
      lot('audit sample'),
    ).slice(0, each),
  );
  return ordered(drawn, lot('audit order'));
}

function ordered<Value>(values: readonly Value[], by: (value: Value) => number): Value[] {
  return values
    .map((value) => [by(value), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}
