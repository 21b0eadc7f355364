/**
 * The replay: the trials' protocols and Larsen's eleven scenarios over a history of the registry's size; every threshold of a
 * score at once; and the memory that six million examinations take, loaded and replayed.
 *   npx tsx bench/replay.ts [examinations]
 * Times are the program's own processor time, so that what else the machine does counts little.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '#core/kernel/day';
import { random } from '#core/kernel/random';
import { curveOf } from '#core/replay/curve';
import { blankHistory, type History } from '#core/replay/history';
import { type ReplayArm, replay } from '#core/replay/replay';
import { larsen2022 } from '#programmes/protocols/larsen-2022';
import { noRoutine } from '#programmes/protocols/no-routine';
import { workedProtocols } from '#programmes/protocols/worked';
import { openDuck, quoted } from '#server/quality/duck';
import { loadHistory } from '#server/replay/load-history';
import { row } from './row.ts';

const PRODUCT = 'demo-ai';
const productOf = () => PRODUCT;
const SIX_MILLION = 6_000_000;

/** Seconds of this program's own processor time. */
function processor(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Examinations as the programme has them: 6 in 1000 with cancer, 9 in 100 to consensus, scores even over ten bins. */
function madeHistory(size: number): History {
  const history = blankHistory(size, [PRODUCT]);
  const product = history.products[PRODUCT];
  const r = random('replay bench', 1);
  for (let i = 0; i < size; i++) {
    const share = r.next();
    const [a, b] = [r.next() < 0.05, r.next() < 0.05];
    const cancer = r.next() < 0.006;
    history.first.left[i] = a || cancer ? 2 + Math.floor(4 * r.next()) : 1;
    history.first.right[i] = 1;
    history.second.left[i] = b ? 2 : 1;
    history.second.right[i] = 1;
    history.consensus[i] = Number(a || b || cancer);
    history.recalled[i] = Number(cancer || ((a || b) && r.next() < 0.35));
    history.outcome[i] = cancer ? 1 : r.next() < 0.0017 ? 2 : 0;
    history.age[i] = 50 + Math.floor(20 * r.next());
    history.year[i] = 2000 + (i % 25);
    history.centre[i] = 0;
    if (product) {
      product.score[i] = 1 + Math.floor(1000 * share) / 100;
      product.pct[i] = 100 * share;
    }
  }
  return history;
}

const trials: readonly ReplayArm[] = workedProtocols
  .filter(({ protocol }) => !protocol.id.startsWith('larsen'))
  .flatMap(({ protocol }) => Object.keys(protocol.arms).map((arm) => ({ protocol, arm })));
const scenarios: readonly ReplayArm[] = [
  { protocol: noRoutine, arm: 'routine' },
  ...larsen2022.map(({ protocol }) => ({ protocol, arm: 'scenario' })),
];

const million = (n: number) => (n / 1e6).toFixed(1);

const [asked = '1300000', folder] = process.argv.slice(2);
if (asked === 'load') await loadAndReplay(folder ?? '');
else {
  rules(Number(asked));
  const made = await mkdtemp(join(tmpdir(), 'runde-bench-replay-'));
  try {
    // Each in a process of its own: what is measured is the most memory that loading and replaying have held.
    await writeFacts(made, SIX_MILLION);
    const again = ['--import', 'tsx', process.argv[1] ?? '', 'load', made];
    spawnSync(process.execPath, again, { stdio: ['ignore', 'inherit', 'inherit'] });
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

function rules(size: number): void {
  const history = madeHistory(size);

  // Each by itself, as one who asks about one protocol has it; the first time compiles and warms up.
  const each = trials.map((arm) => {
    replay(history, [arm], { productOf });
    return { arm, seconds: processor(() => replay(history, [arm], { productOf })) };
  });
  const slowest = each.toSorted((a, b) => b.seconds - a.seconds)[0];
  const all = each.reduce((sum, { seconds }) => sum + seconds, 0);
  row(
    `Replay of ${trials.length} arms of trials and services over ${million(size)} million examinations, one at a time`,
    `${million((size * trials.length) / all)} million examinations/s of processor; slowest ${slowest?.arm.protocol.id} ${million(size / (slowest?.seconds ?? 1))}`,
  );
  const together = processor(() => replay(history, trials, { productOf }));
  row(`... the same ${trials.length} arms together, compared with the first`, `${together.toFixed(2)} s of processor`);
  const eleven = processor(() => replay(history, scenarios, { productOf }));
  row(
    `Larsen's eleven scenarios and the routine over ${million(size)} million examinations`,
    `${eleven.toFixed(2)} s of processor`,
  );
  const split = processor(() => replay(history, scenarios, { productOf, by: ['centre', 'age', 'round', 'year'] }));
  row('... also split by centre, age, round and year', `${split.toFixed(2)} s of processor`);
  const eight = { protocol: larsen2022[7]?.protocol ?? noRoutine, arm: 'scenario' };
  let points = 0;
  const curve = processor(() => {
    points =
      curveOf(history, eight.protocol, eight.arm, { ref: 'a.score', limit: 8 }, { productOf, most: size })?.points
        .length ?? 0;
  });
  row(
    `Every threshold of the score (${points}) of one protocol over ${million(size)} million examinations`,
    `${curve.toFixed(2)} s of processor`,
  );
}

/** Facts of a snapshot's shape: an examination every other year of each woman, two reads, a score. */
async function writeFacts(folder: string, examinations: number): Promise<void> {
  const duck = await openDuck({ memory: '1500MB' });
  const write = async (fact: string, sql: string) => {
    await mkdir(join(folder, fact));
    await duck.run(
      `copy (${sql}) to ${quoted(join(folder, fact, 'part-0.parquet'))} (format parquet, compression zstd)`,
    );
  };
  const id = (kind: number, n = 'i') => `printf('%08d-0000-4000-8000-%012d', ${kind}, ${n})`;
  const rows = `range(${examinations}) t(i)`;
  const positive = (reader: number) => `(hash(i * 10 + ${reader}) % 100 < 5)`;
  const met = `(${positive(1)} or ${positive(2)})`;
  const recall = `(${met} and hash(i * 10 + 3) % 100 < 35)`;
  try {
    await duck.run('set preserve_insertion_order = false');
    await write('centre', `select printf('C%02d', i) as centre from range(17) t(i)`);
    await write('unit', `select printf('U%02d', i) as unit from range(30) t(i)`);
    await write(
      'person',
      `select ${id(1)} as person_key, 1955 + i % 15 as birth_year from range(${examinations / 5}) t(i)`,
    );
    await write(
      'episode',
      `select ${id(2)} as episode_id, ${id(1, 'i // 5')} as person_key, (i % 5 + 1)::integer as number, i % 5 = 0 as prevalent,
         case when ${recall} and hash(i * 10 + 4) % 100 < 18 then 'cancer' else 'negative' end as outcome from ${rows}`,
    );
    await write(
      'examination',
      `select ${id(3)} as examination_id, printf('C%02d', i % 17) as centre, printf('U%02d', i % 30) as unit,
         date '2010-01-01' + ((i % 5) * 730 + i % 700)::integer as day from ${rows}`,
    );
    await write(
      'reading-case',
      `select ${id(4)} as case_id, ${id(3)} as examination_id, ${id(2)} as episode_id, 'no-routine' as protocol,
         '1' as protocol_version, 'routine' as arm,
         case when ${recall} then 'recall' when ${met} then 'dismissed' else 'negative' end as outcome from ${rows}`,
    );
    await write(
      'read',
      `select ${id(4)} as case_id, 'r' || r as step, 'L-' || (i % 100 * 2 + r) as reader,
         case when hash(i * 10 + r) % 100 < 5 then 2 else 1 end as score_left, 1 as score_right
       from ${rows}, range(1, 3) s(r)`,
    );
    await write('consensus', `select ${id(4)} as case_id from ${rows} where ${met}`);
    await write(
      'cancer',
      `select ${id(2)} as episode_id, 'interval' as detection, date '2035-01-01' as diagnosed_on from ${rows}
       where not ${recall} and hash(i * 10 + 5) % 1000 < 2`,
    );
    await write(
      'ai-result',
      `select ${id(3)} as examination_id, ${quoted(PRODUCT)} as product, '1' as version, 1 + (hash(i * 10 + 6) % 1000) / 100 as score,
         null::double as score_left, null::double as score_right from ${rows}`,
    );
  } finally {
    duck.close();
  }
}

async function loadAndReplay(folder: string): Promise<void> {
  const before = process.cpuUsage();
  const scales = { [PRODUCT]: [1, 11] as const };
  const loaded = await loadHistory({ folder, dataCut: '2026-01-01' as Day, protocols: [noRoutine], scales });
  const { user, system } = process.cpuUsage(before);
  const left = loaded.fault.reduce((sum, code) => sum + Number(code > 0), 0);
  if (left > 0) throw new Error(`${left} rows contradict themselves: ${JSON.stringify(loaded.leftOut)}`);
  const size = loaded.history.size;
  row(
    `History of ${million(size)} million examinations loaded from a snapshot`,
    `${((user + system) / 1e6).toFixed(0)} s of processor`,
  );
  const seconds = processor(() =>
    replay(loaded.history, scenarios, { productOf, by: ['centre', 'age', 'round', 'year'] }),
  );
  row(
    `... and the eleven scenarios replayed over them, split by centre, age, round and year`,
    `${seconds.toFixed(2)} s of processor`,
  );
}
