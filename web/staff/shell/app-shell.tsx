import { Link as DesignLink, SkipLink } from '@digdir/designsystemet-react';
import { Link, Outlet } from '@tanstack/react-router';
import { formatDate as dateIn } from '#web/text/format';
import { AnnounceProvider } from '../components/announce.tsx';
import { ShortcutSheet } from '../components/shortcut-sheet.tsx';
import { ShortcutProvider } from '../components/shortcuts.tsx';
import { ToastProvider } from '../components/toast.tsx';
import { menuInParts } from '../pages.ts';
import { useActor, useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { FindWoman } from './find-woman.tsx';
import { PrintedOn } from './printed-on.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { useCurrentInSight } from './use-current-in-sight.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useTopHeight } from './use-top-height.ts';
import { UserMenu } from './user-menu.tsx';

/** The frame of every page: skip link, header, menu of the role, the page itself. */
export function AppShell() {
  const { actor } = useSession();
  if (!actor) return <SignInPage />;
  return (
    <ShortcutProvider>
      <AnnounceProvider>
        <ToastProvider>
          <Frame />
          <ShortcutSheet />
        </ToastProvider>
      </AnnounceProvider>
    </ShortcutProvider>
  );
}

function Frame() {
  const { text, language } = useText();
  const { today } = useSession();
  const actor = useActor();
  const top = useTopHeight();
  useKeptFocus();
  const menu = useCurrentInSight();
  const finds = ['office', 'coordinator', 'radiographer'].includes(actor.role);
  return (
    <div className="frame">
      <SkipLink href="#content">{text.shell.skip}</SkipLink>
      <header className="top no-print" ref={top}>
        <DesignLink asChild className="product">
          <Link to="/">{text.shell.product}</Link>
        </DesignLink>
        <p className="today">
          <span className="visually-hidden">{text.shell.today}: </span>
          <span {...(language === 'se' ? { lang: 'se' } : {})}>{dateIn(language, today, 'weekday')}</span>
        </p>
        {finds ? <FindWoman /> : null}
        <UserMenu />
      </header>
      <nav className="menu no-print" aria-label={text.shell.mainMenu} ref={menu}>
        <ul>
          {menuInParts(actor.role).map(({ part, pages }) => (
            <li key={part} className="menu-part">
              {part === 'first' ? null : <span className="menu-heading">{text.shell.menuParts[part]}</span>}
              <ul>
                {pages.map((page) => (
                  <li key={page.path}>
                    <Link to={page.path} activeProps={{ 'aria-current': 'page' }}>
                      {page.title(text)}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1}>
        <PrintedOn />
        <Outlet />
      </main>
    </div>
  );
}
