import { useState } from 'react';
import type { z } from 'zod';
import type { Endpoint } from '#contracts/endpoint';
import type { rebooked } from '#contracts/invitation';
import { useSend } from '../api.ts';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import type { Rebooked } from './rebooking-result.tsx';

/**
 * Something that takes times away, as a dry run first: `tryOut` shows what would happen, `carryOut` does just that. What
 * was shown is put away when the input it was for is changed (`forget`).
 */
export function useRebooking<Input extends z.ZodType>(endpoint: Endpoint<Input, typeof rebooked>) {
  const { text, formatNumber } = useText();
  const words = text.office.rebooking;
  const [shown, setShown] = useState<Rebooked>();
  const send = useSend(endpoint);
  const toast = useToast();
  const run = (input: object, dryRun: boolean, done?: () => void) =>
    send.mutate({ ...input, dryRun } as z.input<Input>, {
      onSuccess: (result) => {
        setShown(dryRun ? result : undefined);
        if (dryRun) return;
        const { affected, rebooked, waiting } = result;
        toast({ text: affected === 0 ? words.doneNobody : words.done(formatNumber(rebooked), formatNumber(waiting)) });
        done?.();
      },
    });
  return {
    shown,
    busy: send.isPending,
    error: send.error,
    forget: () => setShown(undefined),
    tryOut: (input: object) => run(input, true),
    carryOut: (input: object, done?: () => void) => run(input, false, done),
  };
}
