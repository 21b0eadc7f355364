import { Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { personas } from '#contracts/session';
import { languageNames, pageLanguages } from '#web/text/language';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { Personas } from './personas.tsx';
import { useTheme } from './theme.ts';

/** The demo's door: one picks who to be. Outside the demo it says that sign-in is not set up. */
export function SignInPage() {
  const { text, language, setLanguage } = useText();
  const { demo } = useSession();
  const list = useLoad(personas, {}, { enabled: demo });
  useTheme();
  useEffect(() => {
    document.title = `${text.shell.chooseTitle} · ${text.shell.product}`;
  }, [text]);
  const others = pageLanguages.filter((one) => one !== language);
  return (
    <main id="content" className="sign-in">
      <div className="page-heading">
        <Heading level={1} data-size="md">
          {text.shell.chooseTitle}
        </Heading>
        <div className="page-actions">
          {others.map((one) => (
            <Button key={one} variant="tertiary" data-size="sm" lang={one} onClick={() => setLanguage(one)}>
              {languageNames[one]}
            </Button>
          ))}
        </div>
      </div>
      <Paragraph>{demo ? text.shell.chooseLead : text.shell.chooseShut}</Paragraph>
      <Paragraph>
        <Link href="/screening">{text.shell.publicPages}</Link>
      </Paragraph>
      {demo ? <Loaded query={list}>{(people) => <Personas people={people} />}</Loaded> : null}
    </main>
  );
}
