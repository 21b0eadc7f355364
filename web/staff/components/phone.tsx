import { Link } from '@digdir/designsystemet-react';

/** A telephone number to ring by a click; a Norwegian one as it is written there: 999 12 207. */
export function Phone({ number }: { readonly number: string }) {
  const own = /^\+47(\d{3})(\d{2})(\d{3})$/.exec(number);
  return <Link href={`tel:${number}`}>{own ? own.slice(1).join('\u00a0') : number}</Link>;
}
