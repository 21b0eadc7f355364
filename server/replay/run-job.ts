import type { ReplayAnswer, ReplayArmView, ReplayAsked, ReplayCurve, ReplayResult } from '#contracts/replay';
import { type CaseKind, casesOf } from '#core/replay/case-kinds';
import { curveOf, parametersOf } from '#core/replay/curve';
import { effortOf } from '#core/replay/effort';
import { figuresOf } from '#core/replay/figures';
import type { Fault } from '#core/replay/contradictions';
import { type Grouping, groupings } from '#core/replay/groups';
import { type Replayed, replay, type ReplayedArm } from '#core/replay/replay';
import { modelsOf } from '#core/protocols/bind-models';
import { stepsOf } from '#core/protocols/protocol';
import { replayEffort } from '#programmes/breast-no/replay';
import type { ArmChoice } from './protocol-choices.ts';
import type { LoadedHistory } from './load-history.ts';

/** What is replayed: the question, with the protocols as they are now and the names of places. */
export type ReplayJob = {
  readonly asked: Pick<ReplayAsked, 'product' | 'followed' | 'analysed'>;
  readonly arms: readonly ArmChoice[];
  readonly placeNames: Readonly<Record<string, string>>;
  /** What figures are split by; everything when not given. */
  readonly by?: readonly Grouping[];
};

const CURVE_POINTS = 120;
const MOST_CURVES = 3;

/** The answer to a question, from a loaded history. Pure but for the clock. */
export function runJob(loaded: LoadedHistory, job: ReplayJob): ReplayResult {
  const began = performance.now();
  const { history } = loaded;
  const answers = productsOf(loaded, job).map((product) => answerOf(loaded, job, product));
  let notFollowed = 0;
  for (let row = 0; row < history.size; row++)
    if (job.asked.followed && loaded.fault[row] === 0 && history.followed[row] === 0) notFollowed++;
  return {
    history: history.size,
    unread: loaded.unread,
    notFollowed,
    leftOut: Object.entries(loaded.leftOut).map(([fault, count]) => ({ fault: fault as Fault, count })),
    currency: replayEffort.currency,
    effortSource: replayEffort.source,
    milliseconds: Math.round(performance.now() - began),
    answers,
  };
}

/** The rows behind a number, by the keys that find them in the snapshot. */
export function runCases(
  loaded: LoadedHistory,
  job: ReplayJob,
  wanted: {
    readonly arm: string;
    readonly kind: CaseKind;
    readonly product?: string | undefined;
    readonly most: number;
  },
): { readonly total: number; readonly keys: readonly string[] } {
  const product = wanted.product ?? productsOf(loaded, job)[0] ?? '';
  const replayed = replayProduct(loaded, { ...job, by: [] }, product);
  const rows = casesOf(
    loaded.history,
    replayed,
    job.arms.findIndex(({ id }) => id === wanted.arm),
    wanted.kind,
  );
  return { total: rows.length, keys: rows.slice(0, wanted.most).map((row) => String(loaded.keys[row])) };
}

/** A protocol without any machine is answered by no product: then one answer, for the examinations of the first. */
function productsOf({ history }: LoadedHistory, { asked }: ReplayJob): readonly string[] {
  const known = Object.keys(history.products);
  const wanted = asked.product === 'all' ? known : known.filter((product) => product === asked.product);
  return wanted.length === 0 ? [''] : wanted;
}

function replayProduct(loaded: LoadedHistory, job: ReplayJob, product: string): Replayed {
  const use = rowsToUse(loaded, job, product);
  return replay(loaded.history, job.arms, { use, productOf: () => product, by: job.by ?? groupings });
}

function rowsToUse({ history, fault }: LoadedHistory, { asked }: ReplayJob, product: string): Uint8Array {
  const score = history.products[product]?.score;
  const use = new Uint8Array(history.size);
  for (let row = 0; row < history.size; row++) {
    const followed = !asked.followed || history.followed[row] === 1;
    const analysed = !asked.analysed || !score || !Number.isNaN(score[row]);
    use[row] = fault[row] === 0 && followed && analysed ? 1 : 0;
  }
  return use;
}

function answerOf(loaded: LoadedHistory, job: ReplayJob, product: string): ReplayAnswer {
  const { history, fault } = loaded;
  const use = rowsToUse(loaded, job, product);
  const replayed = replay(history, job.arms, { use, productOf: () => product, by: job.by ?? groupings });
  const score = history.products[product]?.score;
  let withoutResult = 0;
  for (let row = 0; row < history.size; row++) {
    const asked = fault[row] === 0 && (!job.asked.followed || history.followed[row] === 1);
    if (asked && use[row] === 0 && score) withoutResult++;
  }
  return {
    product,
    examinations: use.reduce((sum, used) => sum + used, 0),
    withoutResult,
    ownPercentiles: loaded.ownPercentiles.includes(product),
    arms: replayed.arms.map((one, i) =>
      armView(job, one, job.arms[i] as ArmChoice, curvesOf(loaded, use, one, product)),
    ),
    comparisons: replayed.comparisons.map(({ shares, means }, i) => ({
      arm: job.arms[i + 1]?.id ?? '',
      shares: shares.map((share) => ({ ...share })),
      means: means.map((mean) => ({ ...mean })),
    })),
  };
}

function armView(job: ReplayJob, one: ReplayedArm, choice: ArmChoice, curves: readonly ReplayCurve[]): ReplayArmView {
  const { totals, protocol, arm } = one;
  const machines = stepsOf(protocol, arm).filter((step) => 'ai' in step).length;
  const { recallsKept, recallsNew, looks, held, found } = totals;
  return {
    id: choice.id,
    title: choice.title,
    source: choice.source,
    protocol,
    arm,
    models: [...modelsOf(protocol)],
    figures: figuresOf(totals).map((figure) => ({ ...figure })),
    effort: effortOf(totals, replayEffort, machines),
    counts: {
      recallsKept,
      recallsNew,
      looks,
      held,
      nextRound: found['next-round'].all,
      nextRoundSelected: found['next-round'].selected,
    },
    derived: Object.entries(totals.derived).map(([name, value]) => ({ name, ...value })),
    assumptions: one.assumptions.map(({ steps, ...rest }) => ({ ...rest, ...(steps ? { steps: [...steps] } : {}) })),
    groups: one.groups.map(({ by, group, totals: of }) => ({
      by: by as Grouping,
      group,
      name: job.placeNames[`${by} ${group}`] ?? group,
      figures: figuresOf(of).map((figure) => ({ ...figure })),
    })),
    curves: [...curves],
  };
}

function curvesOf(loaded: LoadedHistory, use: Uint8Array, one: ReplayedArm, product: string): readonly ReplayCurve[] {
  return parametersOf(one.protocol, one.arm)
    .slice(0, MOST_CURVES)
    .flatMap((parameter) => {
      const curve = curveOf(loaded.history, one.protocol, one.arm, parameter, {
        productOf: () => product,
        use,
        most: CURVE_POINTS,
      });
      if (!curve) return [];
      const { parameter: moved, points, ...counts } = curve;
      const finite = (threshold: number) => (Number.isFinite(threshold) ? threshold : null);
      return [{ ...moved, ...counts, points: points.map((p) => ({ ...p, threshold: finite(p.threshold) })) }];
    });
}
