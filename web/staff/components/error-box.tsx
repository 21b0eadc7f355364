import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Text } from '#web/text/nb';
import { CallError } from '../api.ts';
import { useText } from '../text.tsx';

/**
 * What went wrong and how to put it right, in the language of the page: the text of the refusal's code from the
 * catalogue of the area (`refusals` in web/text/nb/<area>.ts) or the shell, else the server's own words.
 */
export function ErrorBox(props: { readonly error: unknown; readonly onRetry?: (() => void) | undefined }) {
  const { text } = useText();
  if (!props.error) return null;
  const { title, words, code } = describe(text, props.error);
  return (
    <Alert data-color="danger" role="alert">
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      <Paragraph>{words}</Paragraph>
      {code ? (
        <Paragraph data-size="sm">
          {text.shell.errorCode}: <code>{code}</code>
        </Paragraph>
      ) : null}
      {props.onRetry ? (
        <Button variant="secondary" onClick={props.onRetry}>
          {text.shell.errorAgain}
        </Button>
      ) : null}
    </Alert>
  );
}

function describe(text: Text, error: unknown): { title: string; words: string; code?: string } {
  if (!(error instanceof CallError)) return { title: text.shell.errorTitle, words: String(error) };
  return { title: text.shell.errorTitle, words: refusalWords(text, error), code: error.code };
}

/** The words for a refusal in the page's language. */
export function refusalWords(text: Text, error: CallError): string {
  for (const area of Object.values(text) as readonly { refusals?: Readonly<Record<string, string>> }[]) {
    const words = area.refusals?.[error.code];
    if (words) return error.code === 'bad-input' ? `${words} ${error.what}` : words;
  }
  return error.what;
}
