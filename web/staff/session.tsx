import { createContext, type ReactNode, useContext } from 'react';
import { type ActorView, currentSession, type SessionView } from '#contracts/session';
import { useLoad } from './api.ts';
import { Loaded } from './components/loaded.tsx';

const SessionContext = createContext<SessionView | undefined>(undefined);

/** Who is signed in, the programme day, and whether this is a demo. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside SessionProvider');
  return session;
}

/** The signed-in person; only for what is shown inside the shell, where there is one. */
export function useActor(): ActorView {
  const { actor } = useSession();
  if (!actor) throw new Error('nobody is signed in');
  return actor;
}

export function SessionProvider(props: { readonly children: ReactNode }) {
  const session = useLoad(currentSession, {}, { keep: true });
  return <Loaded query={session}>{(value) => <SessionContext value={value}>{props.children}</SessionContext>}</Loaded>;
}
