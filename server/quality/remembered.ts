/** Answers already made from a snapshot: it never changes, so neither do they. The oldest go when there are many. */
const answers = new Map<string, unknown>();
const MOST_KEPT = 1000;

/** The answer to a question about a snapshot, made the first time it is asked. The key must hold everything it depends on. */
export function remembered<Answer>(key: readonly unknown[], make: () => Answer): Answer {
  const name = JSON.stringify(key);
  if (answers.has(name)) return answers.get(name) as Answer;
  const answer = make();
  const [oldest] = answers.keys();
  if (answers.size >= MOST_KEPT && oldest !== undefined) answers.delete(oldest);
  answers.set(name, answer);
  return answer;
}
