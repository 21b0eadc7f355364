import { Button, Dropdown } from '@digdir/designsystemet-react';
import { signOut } from '#contracts/session';
import { languageNames, pageLanguages } from '#web/text/language';
import { useSend } from '../api.ts';
import { useActor, useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { themes, useTheme } from './theme.ts';

/** Who one is, language, appearance, and the way out. */
export function UserMenu() {
  const { text, language, setLanguage } = useText();
  const { demo } = useSession();
  const actor = useActor();
  const [theme, setTheme] = useTheme();
  const leave = useSend(signOut);
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant="tertiary" data-size="sm" className="user">
        <span className="visually-hidden">{text.shell.signedInAs} </span>
        {actor.name} · {text.common.roles[actor.role]}
      </Dropdown.Trigger>
      <Dropdown placement="bottom-end" data-size="sm">
        <Dropdown.Heading>{text.shell.language}</Dropdown.Heading>
        <Dropdown.List>
          {pageLanguages.map((one) => (
            <Dropdown.Item key={one}>
              <Dropdown.Button lang={one} aria-pressed={language === one} onClick={() => setLanguage(one)}>
                {languageNames[one]}
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
        <Dropdown.Heading>{text.shell.theme}</Dropdown.Heading>
        <Dropdown.List>
          {themes.map((one) => (
            <Dropdown.Item key={one}>
              <Dropdown.Button aria-pressed={theme === one} onClick={() => setTheme(one)}>
                {text.shell.themes[one]}
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
        <Dropdown.List>
          <Dropdown.Item>
            <Button asChild variant="tertiary">
              <button type="button" onClick={() => window.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))}>
                {text.shell.shortcuts}
              </button>
            </Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button onClick={() => leave.mutate({})}>
              {demo ? text.shell.switchPersona : text.shell.signOut}
            </Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
