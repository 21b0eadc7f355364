import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PageLanguage } from '#web/text/language';
import type { Text } from '#web/text/nb';

export type DocumentProps = {
  readonly text: Text['citizen'];
  readonly language: PageLanguage;
  readonly title: string;
  /** Address of the style sheet. */
  readonly css: string;
  /** Somebody is signed in and may sign out. */
  readonly signedIn: boolean;
  readonly demo: boolean;
  readonly children: ReactNode;
};

/** A whole page for women: readable without script, on a telephone, and on paper. */
function Document(props: DocumentProps) {
  const { text, language } = props;
  const other = language === 'nb' ? 'en' : 'nb';
  return (
    <html lang={language} data-color-scheme="auto">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={props.css} />
        <title>{`${props.title} · ${text.programme}`}</title>
      </head>
      <body>
        <a className="ds-skip-link" href="#content">
          {text.skip}
        </a>
        <header>
          <p className="programme">{text.programme}</p>
          <a className="ds-link" href={`/min-side?lang=${other}`} lang={other} hrefLang={other}>
            {text.otherLanguage}
          </a>
          {props.signedIn ? (
            <form method="post" action="/min-side/ut">
              <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit">
                {text.signOut}
              </button>
            </form>
          ) : null}
        </header>
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
        {props.demo ? (
          <footer>
            <p>{text.demo}</p>
          </footer>
        ) : null}
      </body>
    </html>
  );
}

export function renderDocument(props: DocumentProps): string {
  return `<!doctype html>${renderToStaticMarkup(<Document {...props} />)}`;
}
