import { Alert, Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Text } from '#web/text/nb';
import { CallError } from '../api.ts';
import { type TextTools, useText } from '../text.tsx';

/**
 * What went wrong and how to put it right, in the language of the page: the text of the refusal's code from the
 * catalogue of the area (`refusals` in web/text/nb/<area>.ts) or the shell, else the server's own words. When somebody
 * else was first, it says who, when and how it stands now, with a way to show that; what was typed stays in its form. So it
 * does when one is signed out: one signs in beside it. `retryWords`: what the way on is called, if not to try again.
 */
export function ErrorBox(props: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly retryWords?: string;
}) {
  const tools = useText();
  const { text } = tools;
  const cache = useQueryClient();
  if (!props.error) return null;
  const { words, code, others } = describe(tools, props.error);
  return (
    <Alert data-color={others ? 'warning' : 'danger'} role="alert">
      <Heading level={2} data-size="2xs">
        {others ? text.shell.othersTitle : text.shell.errorTitle}
      </Heading>
      <Paragraph>{words}</Paragraph>
      {others ? <Paragraph>{others}</Paragraph> : null}
      {code ? (
        <Paragraph data-size="sm">
          {text.shell.errorCode}: <code>{code}</code>
        </Paragraph>
      ) : null}
      {code === 'signed-out' ? (
        <Paragraph>
          <Link href="/" target="_blank">
            {text.shell.signInBeside}
          </Link>
        </Paragraph>
      ) : null}
      {others ? (
        <Button variant="secondary" onClick={() => void cache.invalidateQueries()}>
          {text.shell.othersShow}
        </Button>
      ) : null}
      {props.onRetry ? (
        <Button variant="secondary" onClick={props.onRetry}>
          {props.retryWords ?? text.shell.errorAgain}
        </Button>
      ) : null}
    </Alert>
  );
}

/** The same in a sentence or two, where there is no room for a box. */
export function errorWords(tools: TextTools, error: unknown): string {
  const { words, others } = describe(tools, error);
  return [words, others].filter(Boolean).join(' ');
}

function describe(tools: TextTools, error: unknown): { words: string; code?: string; others?: string | undefined } {
  if (!(error instanceof CallError)) return { words: String(error) };
  return { words: refusalWords(tools.text, error), code: error.code, others: othersWords(tools, error.details) };
}

/** The other's change in words, from the details of server/auth/others-change.ts. */
function othersWords({ text, formatDate, formatTime }: TextTools, details: CallError['details']): string | undefined {
  const { by, role, day, at, status } = details as Readonly<Record<string, string | undefined>>;
  if (!role) return undefined;
  const roleName = text.common.roles[role as keyof typeof text.common.roles] ?? role;
  const who = by ? `${by} (${roleName.toLowerCase()})` : roleName;
  const clock = at ? ` ${formatTime(localTime(at))}` : '';
  return text.shell.othersChange(
    who,
    day ? `${formatDate(day)}${clock}` : clock.trim(),
    statusWords(text, status ?? ''),
  );
}

/** How it stands now, by the words of whichever thing it is. */
function statusWords(text: Text, status: string): string {
  const words: Readonly<Record<string, string>> = {
    ...text.messaging.states,
    ...text.assessment.status,
    ...text.equipment.states,
    ...text.common.appointmentStatus,
  };
  return words[status]?.toLowerCase() ?? '';
}

function localTime(instant: string): string {
  const at = new Date(instant);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** The words for a refusal in the page's language: those of the area that refused, if it has its own, else any's. */
export function refusalWords(text: Text, error: CallError): string {
  const areas = text as Readonly<Record<string, { readonly refusals?: Readonly<Record<string, string>> }>>;
  const own = error.area === 'messages' ? 'messaging' : error.area;
  const words = [own, ...Object.keys(areas)].map((area) => areas[area]?.refusals?.[error.code]).find(Boolean);
  if (!words) return error.what;
  return error.code === 'bad-input' ? `${words} ${error.what}` : words;
}
