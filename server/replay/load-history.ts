import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Day } from '#core/kernel/day';
import { type Fault, faults, findFaults } from '#core/replay/contradictions';
import { blankHistory, type ExtraColumn, type History, productFields } from '#core/replay/history';
import type { Extras } from '#core/replay/needs';
import { fillPercentiles } from '#core/replay/percentiles';
import type { Protocol } from '#core/protocols/protocol';
import { type Duck, openDuck, type Piece, quoted } from '#server/quality/duck';
import { blankExtras, extraSources, givenExtras } from './extra-columns.ts';
import { armsOf, historyColumns, historySql, preparations } from './history-sql.ts';
import { type NarrowFact, narrowFacts, shortId } from './narrow-facts.ts';

export type HistorySource = {
  readonly folder: string;
  readonly dataCut: Day;
  /** The protocols that its cases were read by. */
  readonly protocols: readonly Protocol[];
  readonly scales: Readonly<Record<string, readonly [number, number]>>;
  /** What the protocols to be replayed ask for besides what every history has. */
  readonly extras?: Extras;
};

export type LoadedHistory = {
  readonly history: History;
  /** Finds a row's examination in the snapshot again. */
  readonly keys: BigUint64Array;
  /** 0 for a row that holds; else what `faults` says. */
  readonly fault: Uint8Array;
  readonly leftOut: Readonly<Partial<Record<Fault, number>>>;
  /** Examinations that were never read to the end. */
  readonly unread: number;
  /** Products whose percentiles were worked out from the snapshot's own scores, because it has none. */
  readonly ownPercentiles: readonly string[];
};

/** So many examinations are joined at a time: the joins of a part need under 100 MB, whatever the country's size. */
const PART = 150_000;
const facts = [
  'reading-case',
  'read',
  'consensus',
  'examination',
  'episode',
  'person',
  'cancer',
  'ai-result',
  'centre',
  'unit',
];

/** Loads a snapshot's examinations into columns, in parts, and finds the rows that contradict themselves. */
export async function loadHistory(
  source: HistorySource,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<LoadedHistory> {
  const duck = await openDuck({ memory: '300MB' });
  const draft = await mkdtemp(join(dirname(source.folder), '.replay-'));
  try {
    // Memory before speed: this thread's history is large, and the order of rows does not matter.
    await duck.run(`set preserve_insertion_order = false; set threads = 1; set temp_directory = ${quoted(draft)}`);
    for (const fact of facts) await duck.run(await viewOf(source.folder, fact));
    return await load(duck, source, draft, onProgress);
  } finally {
    duck.close();
    await rm(draft, { recursive: true, force: true });
  }
}

async function viewOf(folder: string, fact: string): Promise<string> {
  const known = await stat(join(folder, fact)).then(() => readdir(join(folder, fact)));
  if (known.length === 0) throw new Error(`the snapshot ${folder} has no fact "${fact}"`);
  return `create view "${fact}" as select * from read_parquet(${quoted(join(folder, fact, '*.parquet'))})`;
}

async function load(
  duck: Duck,
  source: HistorySource,
  draft: string,
  onProgress: (done: number, of: number) => void,
): Promise<LoadedHistory> {
  const arms = armsOf(source.protocols);
  for (const sql of preparations(arms)) await duck.run(sql);
  const names = { centre: await placesOf(duck, 'centre'), unit: await placesOf(duck, 'unit') };
  const [counted] = await duck.rows(
    `select count(*) filter (outcome in ('negative', 'dismissed', 'recall'))::integer as read, count(*)::integer as n from "reading-case"`,
  );
  const size = Number(counted?.read);
  const products = (await duck.rows(`select distinct product from "ai-result" order by 1`)).map((r) =>
    String(r.product),
  );
  const hasPct = (await duck.rows(`describe "ai-result"`)).some((r) => r.column_name === 'pct');
  const extras = await extraSources(duck, source.extras ?? { fields: [], items: [] }, products);
  const extraColumns = blankExtras(extras, size);
  const blank = blankHistory(size, products, names);
  const rest = {
    keys: new BigUint64Array(size),
    arm: new Uint16Array(size),
    same: new Uint8Array(size),
    before: new Uint8Array(size),
  };
  const parts = Math.max(1, Math.ceil(size / PART));
  const narrow = narrowFacts(parts);
  const steps = narrow.length + parts;
  await duck.run(shortId);
  for (const [i, fact] of narrow.entries()) {
    await layInParts(duck, draft, fact);
    onProgress(i + 1, steps);
  }
  let at = 0;
  for (let part = 0; part < parts; part++) {
    for await (const piece of duck.pieces(historySql({ cut: source.dataCut, part, products, hasPct, extras }))) {
      copyPiece(piece, at, blank, products, [...extraColumns.values()], rest);
      at += piece.rows;
    }
    onProgress(narrow.length + part + 1, steps);
  }
  if (at !== size)
    throw new Error(`the snapshot has ${size} cases read to the end, but ${at} with an examination and a woman`);
  const history = { ...blank, extras: givenExtras(extraColumns) };
  const ownPercentiles = products.filter((product) => fillPercentiles(history.products[product]));
  const fault = findFaults(history, {
    protocol: rest.arm,
    protocols: arms,
    sameReader: rest.same,
    cancerBefore: rest.before,
    scales: source.scales,
  });
  return {
    history,
    keys: rest.keys,
    fault,
    leftOut: countFaults(fault),
    unread: Number(counted?.n) - size,
    ownPercentiles,
  };
}

/** The answer to a query in a folder for each part, and a view of that name on it, which reads no more than the part asked for. */
async function layInParts(duck: Duck, draft: string, { name, sql }: NarrowFact): Promise<void> {
  const folder = join(draft, name);
  const [written] = await duck.rows(`copy (${sql}) to ${quoted(folder)} (format parquet, partition_by (part))`);
  const files = quoted(join(folder, '*', '*.parquet'));
  // Without a row there is no file either: the empty answer is then kept itself.
  if (Number(written?.Count) === 0) await duck.run(`create table ${name} as ${sql}`);
  else await duck.run(`create view ${name} as select * from read_parquet(${files}, hive_partitioning = true)`);
}

/** Ids in order; a row names its place by the number here. */
async function placesOf(duck: Duck, kind: 'centre' | 'unit'): Promise<readonly string[]> {
  await duck.run(
    `create table ${kind}_at as select ${kind}, (row_number() over (order by ${kind}) - 1)::usmallint as place from "${kind}"`,
  );
  const ids = (await duck.rows(`select ${kind} as id from ${kind}_at order by place`)).map(({ id }) => String(id));
  return ids.length === 0 ? [''] : ids;
}

function copyPiece(
  { rows, columns }: Piece,
  at: number,
  history: History,
  products: readonly string[],
  extras: readonly ExtraColumn[],
  rest: { keys: BigUint64Array; arm: Uint16Array; same: Uint8Array; before: Uint8Array },
): void {
  const { first, second } = history;
  const targets = [
    rest.arm,
    first.left,
    first.right,
    second.left,
    second.right,
    history.consensus,
    history.recalled,
    history.outcome,
    history.age,
    history.prevalent,
    history.followed,
    history.year,
    history.centre,
    history.unit,
    rest.same,
    rest.before,
  ];
  const keys = columns[0];
  for (let i = 0; i < rows; i++) rest.keys[at + i] = keys?.getItem(i) as bigint;
  targets.forEach((target, c) => {
    const column = columns[c + 1];
    for (let i = 0; i < rows; i++) target[at + i] = column?.getItem(i) as number;
  });
  products.forEach((product, p) => {
    const values = history.products[product];
    productFields.forEach((field, f) => {
      const column = columns[historyColumns.length + p * productFields.length + f];
      const target = values?.[field];
      if (!target || !column) return;
      for (let i = 0; i < rows; i++) target[at + i] = (column.getItem(i) as number | null) ?? Number.NaN;
    });
  });
  extras.forEach((extra, e) => {
    const column = columns[historyColumns.length + products.length * productFields.length + e];
    if (extra instanceof Float32Array)
      for (let i = 0; i < rows; i++) extra[at + i] = (column?.getItem(i) as number | null) ?? Number.NaN;
    else for (let i = 0; i < rows; i++) extra.of[at + i] = column?.getItem(i) as number;
  });
}

function countFaults(fault: Uint8Array): Readonly<Partial<Record<Fault, number>>> {
  const counts = new Map<Fault, number>();
  for (const code of fault) {
    const name = code === 0 ? undefined : faults[code - 1];
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
