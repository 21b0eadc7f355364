import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { askForPriors, claimNextCase, deferReading, releaseCase, saveRead } from '#contracts/reading';
import { call, type CallError } from '../api.ts';
import type { ShownCase } from './case-facts.tsx';
import { inTurn } from './in-turn.ts';
import type { Opinion } from './score-scale.ts';

export type Recorded = { readonly shown: ShownCase; readonly opinion: Opinion; readonly revision: number };
export type Desk =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly shown: ShownCase; readonly since: number }
  | { readonly kind: 'none' };

/** The reader's desk: one case at a time, the next opened when this one is saved or set aside; given back when she leaves. */
export function useReading() {
  const cache = useQueryClient();
  const [desk, setDesk] = useState<Desk>({ kind: 'opening' });
  const [last, setLast] = useState<Recorded>();
  const [error, setError] = useState<CallError>();
  const [busy, setBusy] = useState(false);
  const working = useRef(false);
  const here = useRef(true);

  const open = useCallback(async () => {
    setDesk({ kind: 'opening' });
    try {
      const shown = await inTurn(() => call(claimNextCase, {}));
      if (here.current) setDesk(shown ? { kind: 'open', shown, since: performance.now() } : { kind: 'none' });
    } catch (failed) {
      setError(failed as CallError);
      setDesk({ kind: 'none' });
    }
    void cache.invalidateQueries();
  }, [cache]);

  useEffect(() => {
    here.current = true;
    void open();
    return () => {
      here.current = false;
      void inTurn(() => call(releaseCase, {})).catch(() => undefined);
    };
  }, [open]);

  /** Does one thing with the open case and opens the next; a second press while it is under way does nothing. */
  const finish = async (work: () => Promise<unknown>, done: () => void) => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    setError(undefined);
    try {
      await inTurn(work);
      done();
      await open();
    } catch (failed) {
      setError(failed as CallError);
    }
    working.current = false;
    setBusy(false);
  };
  const task =
    desk.kind === 'open'
      ? { personId: desk.shown.personId, caseId: desk.shown.caseId, step: desk.shown.step }
      : undefined;
  const save = async (opinion: Opinion, done: () => void) => {
    if (desk.kind !== 'open' || !task) return;
    const seconds = Math.min(86_400, Math.round((performance.now() - desk.since) / 1000));
    await finish(
      () => call(saveRead, { ...task, ...opinion, findings: [...opinion.findings], seconds }),
      () => {
        setLast({ shown: desk.shown, opinion, revision: 1 });
        done();
      },
    );
  };
  const defer = async (reason: string, done: () => void) =>
    task && finish(() => call(deferReading, { ...task, reason }), done);
  const priors = async (done: () => void) => task && finish(() => call(askForPriors, task), done);
  return { desk, last, setLast, error, busy, open, save, defer, priors };
}
