import { useEffect, useState } from 'react';

/** true for a moment after a case opens: no opinion is taken, so that a held or doubled key cannot read the next case. */
export function useOpeningLock(caseId: string | undefined, lockMs: number): boolean {
  const [open, setOpen] = useState<string>();
  useEffect(() => {
    if (!caseId) return;
    const timer = setTimeout(() => setOpen(caseId), lockMs);
    return () => clearTimeout(timer);
  }, [caseId, lockMs]);
  return caseId !== open;
}
