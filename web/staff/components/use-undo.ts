import type { z } from 'zod';
import type { Endpoint } from '#contracts/endpoint';
import { useSend } from '../api.ts';
import { useText } from '../text.tsx';
import { errorWords } from './error-box.tsx';
import { useToast } from './toast.tsx';

/**
 * Sends what takes something back. What it was done on may be gone from the page by then, or the page left, so that the
 * answer and a refusal are said in a toast.
 */
export function useUndo<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  said: (output: z.output<Output>) => string,
): (input: z.input<Input>) => void {
  const send = useSend(endpoint);
  const toast = useToast();
  const tools = useText();
  return (input) =>
    void send.mutateAsync(input).then(
      (output) => toast({ text: said(output), tone: 'info' }),
      (error: unknown) => toast({ text: errorWords(tools, error), tone: 'danger' }),
    );
}
