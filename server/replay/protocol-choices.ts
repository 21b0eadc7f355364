import { type Protocol, protocolSchema } from '#core/protocols/protocol';
import type { InLanguages } from '#programmes/protocols/worked-protocol';
import { currentProtocol } from '#programmes/breast-no/reading';
import { workedProtocols } from '#programmes/protocols/worked';
import type { Database } from '#server/db/database';

/** One arm that can be replayed, addressed as protocol/version/arm. */
export type ArmChoice = {
  readonly id: string;
  readonly kind: 'approved' | 'draft' | 'worked';
  readonly title: InLanguages;
  readonly source: string;
  readonly protocol: Protocol;
  readonly arm: string;
};

/** Every arm there is: approved protocols first, then drafts, then the worked ones. A stored protocol hides a worked one of the same id and version. */
export async function protocolChoices(db: Database): Promise<readonly ArmChoice[]> {
  const { rows } = await db.pool.query<Stored>(
    `select 'approved' as kind, definition::text as definition, title, source from reading_protocol
     union all select 'draft', definition::text, title, source from protocol_draft order by kind, definition`,
  );
  const stored = rows.flatMap(({ kind, definition, title, source }) => {
    // A draft may be half written: it cannot be replayed until it is a protocol.
    const read = protocolSchema.safeParse(JSON.parse(definition));
    return read.success ? armChoices(read.data, kind, nameOf(read.data, title), source) : [];
  });
  const worked = workedProtocols.flatMap(({ protocol, title, source }) =>
    armChoices(protocol, 'worked', title, source),
  );
  const choices = [...stored, ...worked];
  const known = choices.filter(({ id }, i) => choices.findIndex((other) => other.id === id) === i);
  // The routine first: what everything else is compared with unless one says otherwise.
  const routine = armId(currentProtocol.protocol, currentProtocol.arm);
  return known.toSorted((a, b) => Number(b.id === routine) - Number(a.id === routine));
}

type Stored = {
  readonly kind: 'approved' | 'draft';
  readonly definition: string;
  readonly title: string;
  readonly source: string;
};

/** Its title; without one that of the worked protocol with its id; else its id. */
function nameOf({ id, version }: Protocol, title: string): InLanguages {
  const written = title === '' ? undefined : { nb: title, nn: title, en: title };
  const worked = workedProtocols.find(({ protocol }) => protocol.id === id && protocol.version === version);
  const name = `${id} ${version}`;
  return written ?? worked?.title ?? { nb: name, nn: name, en: name };
}

function armId({ id, version }: Protocol, arm: string): string {
  return `${id}/${version}/${arm}`;
}

/** The arms of one protocol, each named after it. */
export function armChoices(
  protocol: Protocol,
  kind: ArmChoice['kind'],
  title: InLanguages,
  source: string,
): readonly ArmChoice[] {
  const arms = Object.keys(protocol.arms);
  return arms.map((arm) => {
    const named = (words: string) => (arms.length === 1 ? words : `${words}: ${arm}`);
    const titles = { nb: named(title.nb), nn: named(title.nn), en: named(title.en) };
    return { id: armId(protocol, arm), kind, title: titles, source, protocol, arm };
  });
}
