import { lookedThing } from '#core/people/look';
import { useAccessText } from '../access/access-text.ts';
import { useText } from '../text.tsx';

/** What was looked at, in words; of a message also which. What only an earlier version wrote stands as it was written. */
export function useLookWords(): (what: string) => string {
  const { text } = useText();
  const { looked } = useAccessText();
  const kinds: Readonly<Record<string, string>> = text.messaging.kinds;
  return (what) => {
    const thing = lookedThing(what);
    if (!thing) return what;
    return [looked[thing], kinds[what.slice(thing.length + 1)]].filter(Boolean).join(': ');
  };
}
