import type { WholeText } from '#web/text/text-of';

/** A page that only says something, with a way on. */
export function MessagePage(props: {
  readonly text: WholeText['citizen'];
  readonly title: string;
  readonly words: string;
  readonly way?: { readonly href: string; readonly words: string };
}) {
  const { href, words } = props.way ?? { href: '/min-side', words: props.text.toOwnPage };
  return (
    <>
      <h1>{props.title}</h1>
      <p className="lead">{props.words}</p>
      <p className="actions">
        <a className="ds-button" href={href}>
          {words}
        </a>
      </p>
    </>
  );
}
