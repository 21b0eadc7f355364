/**
 * Blind by construction: what a person may see of a case, from the protocol and the facts alone. The server shows nothing
 * of a case that this function has not named, and a test enumerates every role, state and moment against it.
 */
import type { Mark } from '#core/ai/mark';
import type { Role } from '#core/people/access';
import { type AiFact, type ConsensusFact, type Facts, noFacts, type ReadFact } from './facts.ts';
import { type CaseOutcome, type OpenTask, openTasks } from './open-tasks.ts';
import { boundBy, type Name, type Protocol, type Sees, stepsOf } from './protocol.ts';

export type Viewer = {
  readonly role: Role;
  readonly userId: string;
  /** The open step the viewer has claimed; what it sees is shown. */
  readonly step?: Name;
  /** A senior reader; some steps are for her alone. */
  readonly senior?: boolean;
};

export type SeenRead = Pick<ReadFact, 'step' | 'reader' | 'left' | 'right'>;

export type Visible = {
  /** null: this role sees nothing of reading. */
  readonly state: 'reading' | 'consensus' | 'waiting' | 'closed' | null;
  readonly outcome: CaseOutcome | null;
  readonly priors: boolean;
  /** The viewer's own reads. */
  readonly own: readonly (SeenRead & { readonly frozen: boolean })[];
  /** Other people's reads that the protocol shows now. */
  readonly others: readonly SeenRead[];
  readonly ai: Readonly<Record<Name, Readonly<Record<string, number | string>>>>;
  /** What a machine points at; an empty list = it points at nothing, and no list = not shown. */
  readonly marks: Readonly<Record<Name, readonly Mark[]>>;
  readonly consensus: readonly ConsensusFact[];
};

const nothing: Visible = {
  state: null,
  outcome: null,
  priors: false,
  own: [],
  others: [],
  ai: {},
  marks: {},
  consensus: [],
};

const staff: ReadonlySet<Role> = new Set(['office', 'coordinator', 'radiographer', 'radiologist', 'system']);

/**
 * What the viewer may see. Own reads always; another's read only when the claimed, open step names it, or when the case is
 * closed and the protocol's `visibility` names it for the role; a machine's result likewise, item by item; the outcome
 * only when the case is closed. A step that is not open, or not open to this reader, shows nothing.
 */
export function visibleOf(protocol: Protocol, arm: string, facts: Facts, viewer: Viewer): Visible {
  if (!staff.has(viewer.role)) return nothing;
  const now = openTasks(protocol, arm, facts);
  const own = viewer.role === 'radiologist' ? facts.reads.filter((r) => r.reader === viewer.userId).map(ownRead) : [];
  if (now.kind === 'closed') {
    const shown = shownBy(protocol, arm, facts, protocol.visibility?.[viewer.role] ?? []);
    return { ...shown, others: withoutOwn(shown.others, viewer), state: 'closed', outcome: now.outcome, own };
  }
  const state =
    now.kind === 'waiting' ? 'waiting' : now.tasks.some((t) => t.kind === 'consensus') ? 'consensus' : 'reading';
  const task = now.kind === 'open' ? now.tasks.find((t) => t.step === viewer.step) : undefined;
  if (viewer.role !== 'radiologist' || !task || !mayDo(task, facts, viewer.userId, viewer.senior))
    return { ...nothing, state, own };
  const shown = shownBy(protocol, arm, facts, task.sees);
  return { ...shown, others: withoutOwn(shown.others, viewer), state, outcome: null, own };
}

/** Whether a reader may do an open task: senior where it asks for one, not barred by `not` or `only`, and no second independent read of one case. */
export function mayDo(task: OpenTask, facts: Facts, reader: string, senior = false): boolean {
  if (task.kind === 'consensus') return true;
  if (task.senior && !senior) return false;
  if (task.only !== null) return task.only === reader;
  return !task.not.includes(reader) && !facts.reads.some((r) => r.reader === reader);
}

function ownRead(read: ReadFact): Visible['own'][number] {
  return { step: read.step, reader: read.reader, left: read.left, right: read.right, frozen: read.frozen };
}

function withoutOwn(reads: readonly SeenRead[], viewer: Viewer): readonly SeenRead[] {
  return viewer.role === 'radiologist' ? reads.filter((r) => r.reader !== viewer.userId) : reads;
}

function shownBy(
  protocol: Protocol,
  arm: string,
  facts: Facts,
  sees: readonly Sees[],
): Omit<Visible, 'state' | 'outcome' | 'own'> {
  const seen = { ...noFacts, reads: facts.reads.filter((r) => r.frozen && sees.includes(r.step)) };
  const ai: Record<Name, Record<string, number | string>> = {};
  const marks: Record<Name, readonly Mark[]> = {};
  for (const step of stepsOf(protocol, arm)) {
    const name = boundBy(step);
    const fact = 'ai' in step && name ? facts.ai[name] : undefined;
    if (!name || fact?.kind !== 'result') continue;
    ai[name] = { ...ai[name], ...itemsOf(fact, name, sees) };
    if (fact.marks && shows(name, 'marks', sees)) marks[name] = fact.marks;
  }
  return {
    priors: sees.includes('priors'),
    others: seen.reads.map(({ step, reader, left, right }) => ({ step, reader, left, right })),
    ai: Object.fromEntries(Object.entries(ai).filter(([, items]) => Object.keys(items).length > 0)),
    marks,
    consensus: facts.consensus.filter((c) => c.frozen && sees.includes(c.step)),
  };
}

type AiResult = Extract<AiFact, { readonly kind: 'result' }>;

function itemsOf(fact: AiResult, name: Name, sees: readonly Sees[]): Record<string, number | string> {
  return Object.fromEntries(Object.entries(fact.values).filter(([item]) => shows(name, item, sees)));
}

/** Whether an item of a machine's result is named: by itself, or by 'a.all' or 'a'. */
function shows(name: Name, item: string, sees: readonly Sees[]): boolean {
  return sees.some((one) => [name, `${name}.all`, `${name}.${item}`].includes(one));
}
