/**
 * The percentile in a calibration (core/ai/percentile.ts) as an SQL expression over column names, for millions of rows: two
 * binary searches a row. The function ai_percentile says the same for a few. `points` is unpacked by the caller.
 */
export function percentileSql(score: string, points: string, higherIs: string): string {
  const upTo = `width_bucket(${score}, ${points})`;
  // The points below: those up to a hair less. No product's scores lie so close.
  const below = `width_bucket(${score} - greatest(abs(${score}), 1e-200) * 1e-13, ${points})`;
  const last = `(cardinality(${points}) - 1)`;
  const rank = `case
    when ${upTo} = 0 then 0
    when ${score} = ${points}[${upTo}] then 50.0 * (${upTo} - 1 + ${below}) / ${last}
    when ${upTo} > ${last} then 100
    else 100.0 * (${upTo} - 1 + (${score} - ${points}[${upTo}]) / (${points}[${upTo} + 1] - ${points}[${upTo}])) / ${last}
  end`;
  return `(case when ${higherIs} = 'normal' then 100 - ${rank} else ${rank} end)`;
}
