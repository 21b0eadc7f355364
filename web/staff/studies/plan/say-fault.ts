import type { Protocol } from '#core/protocols/protocol';
import { faultInWords } from '#core/protocols/words';
import type { PlanFault } from '#core/studies/plan-fault';
import type { Text } from '#web/text/nb';
import type { PlanText } from './plan-text.ts';

/** A fault of a plan in words; one of its reading protocol in the words of protocols. */
export function sayFault(
  { code, about, found }: PlanFault,
  protocol: Protocol | null,
  words: PlanText,
  protocolWords: Text['protocolWords'],
): string {
  const said = found && protocol ? { ...about, words: faultInWords(found, protocol, protocolWords) } : about;
  return words.faults[code](said);
}
