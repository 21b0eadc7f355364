import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { askForPriors, claimNextCase, deferReading, releaseCase, releaseSetAside, saveRead } from '#contracts/reading';
import { call, type CallError } from '../api.ts';
import { useActor, useSession } from '../session.tsx';
import type { ShownCase } from './case-facts.tsx';
import { inTurn } from './in-turn.ts';
import type { Opinion } from './score-scale.ts';
import { useSkipped } from './use-skipped.ts';

/** What was done last, for the banner and the way back. */
export type Last =
  | { readonly kind: 'recorded'; readonly shown: ShownCase; readonly opinion: Opinion; readonly revision: number }
  | { readonly kind: 'aside'; readonly shown: ShownCase; readonly holdId: string; readonly reason: string };
export type Desk =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly shown: ShownCase; readonly since: number }
  | { readonly kind: 'none' };

/** The reader's desk: one case at a time, the next opened when this one is saved or set aside; given back when she leaves. */
export function useReading() {
  const cache = useQueryClient();
  const { userId } = useActor();
  const { skipped, skip: keepSkipped } = useSkipped(`${userId} ${useSession().today}`);
  const [desk, setDesk] = useState<Desk>({ kind: 'opening' });
  const [last, setLast] = useState<Last>();
  const [error, setError] = useState<CallError>();
  const [busy, setBusy] = useState(false);
  const working = useRef(false);
  const here = useRef(true);

  const open = useCallback(async () => {
    setDesk({ kind: 'opening' });
    setError(undefined);
    try {
      const shown = await inTurn(() => call(claimNextCase, { skip: [...skipped.current] }));
      // Nothing but skipped cases is left: they come again, in their order.
      if (shown && skipped.current.includes(shown.caseId)) keepSkipped([]);
      if (here.current) setDesk(shown ? { kind: 'open', shown, since: performance.now() } : { kind: 'none' });
    } catch (failed) {
      setError(failed as CallError);
      setDesk({ kind: 'none' });
    }
    void cache.invalidateQueries();
  }, [cache, skipped, keepSkipped]);

  useEffect(() => {
    here.current = true;
    void open();
    return () => {
      here.current = false;
      void inTurn(() => call(releaseCase, { kind: 'read' })).catch(() => undefined);
    };
  }, [open]);

  /** Does one thing with the open case and opens the next; a second press while it is under way does nothing. */
  const finish = async <T>(work: () => Promise<T>, done: (result: T) => void) => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    setError(undefined);
    try {
      const result = await inTurn(work);
      done(result);
      await open();
    } catch (failed) {
      setError(failed as CallError);
    }
    working.current = false;
    setBusy(false);
  };
  const shown = desk.kind === 'open' ? desk.shown : undefined;
  const task = shown && { personId: shown.personId, caseId: shown.caseId, step: shown.step };
  const save = async (opinion: Opinion, done: () => void) => {
    if (desk.kind !== 'open' || !task) return;
    const seconds = Math.min(86_400, Math.round((performance.now() - desk.since) / 1000));
    await finish(
      () => call(saveRead, { ...task, ...opinion, findings: [...opinion.findings], seconds }),
      () => {
        setLast({ kind: 'recorded', shown: desk.shown, opinion, revision: 1 });
        done();
      },
    );
  };
  const aside = (reason: string, work: () => Promise<{ holdId: string }>, done: () => void) =>
    shown &&
    finish(work, ({ holdId }) => {
      setLast({ kind: 'aside', shown, holdId, reason });
      done();
    });
  const defer = async (reason: string, done: () => void) =>
    task && aside(reason, () => call(deferReading, { ...task, reason }), done);
  const priors = async (done: () => void) => task && aside('priors-requested', () => call(askForPriors, task), done);
  const skip = async (done: () => void) =>
    task && finish(async () => keepSkipped([...skipped.current, task.caseId]), done);
  /** Takes back what was set aside last: it is in the queue again. The open case stays open. */
  const takeBack = async (done: () => void) => {
    if (last?.kind !== 'aside' || working.current) return;
    const { shown: asideCase, holdId } = last;
    try {
      await inTurn(() => call(releaseSetAside, { personId: asideCase.personId, holdId }));
      setLast(undefined);
      done();
      if (desk.kind === 'none') await open();
      else void cache.invalidateQueries();
    } catch (failed) {
      setError(failed as CallError);
    }
  };
  return { desk, last, setLast, error, busy, skips: skipped.current.length, open, save, defer, priors, skip, takeBack };
}
