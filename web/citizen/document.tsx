import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type PageLanguage, pageLanguages } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { PhoneLink } from './form-parts.tsx';
import { markSami } from './mark-sami.ts';

type DocumentProps = {
  readonly text: WholeText['citizen'];
  readonly language: PageLanguage;
  readonly title: string;
  /** The form was not accepted: said first of all, also in the window's title (Aksel, NHS). */
  readonly error: boolean;
  /** Address of the style sheet. */
  readonly css: string;
  /** Where the page stands; a language's link leads to the same page. */
  readonly path: string;
  /** Somebody is signed in and may sign out; otherwise there is a way in. */
  readonly signedIn: boolean;
  readonly demo: boolean;
  readonly phone: string;
  readonly hours: string;
  readonly children: ReactNode;
};

/** A whole page for women: readable without script, on a telephone, and on paper. */
function Document(props: DocumentProps) {
  const { text, language, title } = props;
  return (
    <html lang={language} data-color-scheme="auto">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={props.css} />
        <title>{`${props.error ? `${text.errorPrefix} ` : ''}${title} · ${text.programme}`}</title>
      </head>
      {/* Sámi is partial: the body is bokmål, and what is in Sámi is marked (mark-sami.ts). */}
      <body {...(language === 'se' ? { lang: 'nb' } : {})}>
        <a className="ds-skip-link" href="#content">
          {text.skip}
        </a>
        <Header {...props} />
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
        <footer>
          <p>
            {text.help} <PhoneLink phone={props.phone} />
            {text.helpHours(props.hours)}
          </p>
          {props.demo ? <p>{text.demo}</p> : null}
        </footer>
      </body>
    </html>
  );
}

function Header({ text, language, path, signedIn }: DocumentProps) {
  return (
    <header>
      <a className="programme" href="/screening">
        {text.programme}
      </a>
      {signedIn ? (
        <form method="post" action="/min-side/ut">
          <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit">
            {text.signOut}
          </button>
        </form>
      ) : (
        <a className="ds-link" href="/min-side">
          {text.title}
        </a>
      )}
      <nav aria-label={text.languages}>
        <ul>
          {pageLanguages.map((one) => (
            <li key={one}>
              <a
                href={`${path}?lang=${one}`}
                lang={one}
                hrefLang={one}
                aria-current={one === language ? 'true' : undefined}
              >
                {text.languageNames[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** The page as text. While the Sámi catalogue is partial, its page is bokmål with what is Sámi marked. */
export function renderDocument(props: DocumentProps): string {
  const html = renderToStaticMarkup(<Document {...props} />);
  return `<!doctype html>${props.language === 'se' ? markSami(html) : html}`;
}
