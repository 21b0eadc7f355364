import type { Text } from '#web/text/nb';

/** Why a message did not go, in the page's language; what a service wrote itself is shown as it came. */
export function reasonWords(text: Text, reason: string): string {
  const status = /^answered (\d{3})$/.exec(reason)?.[1];
  return status ? text.messaging.answered(status) : (text.messaging.reasons[reason] ?? reason);
}
