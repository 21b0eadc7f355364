import { parseArgs } from 'node:util';
import { type Day, dayNumber, parseDay } from '#core/kernel/day';
import { system } from '#core/people/access';
import { type DryRun, type DryRunOptions, dryRunMeasures } from '#core/studies/dry-run';
import { planFaultsInWords } from '#core/studies/plan-fault';
import { planFaults } from '#core/studies/plan-faults';
import { planFaultsEn } from '#core/studies/plan-faults-en';
import { planSchema, type StudyPlan } from '#core/studies/study';
import { protocolPolicy } from '#programmes/breast-no/reading';
import { demoComingTrial } from '#programmes/studies/demo-coming-trial';
import { demoTrial, demoTrialSites } from '#programmes/studies/demo-trial';
import { readConfig } from '#server/config';
import { withInstallation } from '#server/db/open-installation';
import { inTransaction } from '#server/db/transaction';
import { driveDryRun } from '#server/studies/dry-runs';
import { loadStudy } from '#server/studies/load-study';
import { startProgress } from './progress.ts';
import { readJson } from './read-json.ts';

export const usage =
  'runde study dry-run FILE.json|ID [--repetitions 1000] [--women 100000] [--consent 0.79] [--ai-failure 0.01] [--seed 1] [--on YYYY-MM-DD] [--json]';

/** `runde study dry-run FILE|ID`: the whole study on simulated women; prints power with its Monte Carlo interval and what each arm would give. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      repetitions: { type: 'string', default: '1000' },
      women: { type: 'string', default: '100000' },
      consent: { type: 'string', default: '0.79' },
      'ai-failure': { type: 'string', default: '0.01' },
      seed: { type: 'string', default: '1' },
      on: { type: 'string', default: '2026-01-18' },
      json: { type: 'boolean', default: false },
    },
  });
  const [command, source, ...rest] = positionals;
  if (command !== 'dry-run' || !source || rest.length > 0) throw new Error(`expected: ${usage}`);
  const on = parseDay(values.on);
  if (!on) throw new Error(`--on ${values.on}: expected a date YYYY-MM-DD`);
  const options: DryRunOptions = {
    repetitions: numberOf('repetitions', values.repetitions, 1, 1_000_000),
    women: numberOf('women', values.women, 1000, 10_000_000),
    consent: numberOf('consent', values.consent, 0.01, 1),
    aiFailure: numberOf('ai-failure', values['ai-failure'], 0, 1),
    seed: numberOf('seed', values.seed, 0, 2 ** 31),
    on: dayNumber(on),
  };
  const plan = await findPlan(source, on);
  const faults = planFaultsInWords(planFaults(plan, protocolPolicy), planFaultsEn);
  for (const fault of faults) console.error(`the plan cannot be signed as it is: ${fault}`);
  const progress = startProgress(`dry run of ${plan.id}`);
  const result = await driveDryRun(plan, options, ({ done, of }) => progress.at(done, of));
  progress.end(`${options.repetitions} studies`);
  if (values.json) console.log(JSON.stringify(result, null, 2));
  else print(plan, result);
  return 0;
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new Error(`--${name} ${text}: expected a number from ${least} to ${most}`);
  return value;
}

/** A plan's file; else a plan that comes with the product; else a study of this installation. */
async function findPlan(source: string, on: Day): Promise<StudyPlan> {
  if (source.endsWith('.json')) return readJson(source, planSchema);
  const sites = Object.keys(demoTrialSites);
  const known = [demoTrial(on, sites), demoComingTrial(on, sites)].find(({ id }) => id === source);
  if (known) return known;
  const study = await withInstallation(readConfig(), (db) => inTransaction(db, system, (tx) => loadStudy(tx, source)));
  if (!study.ok) throw new Error(study.refusal.what);
  return study.value.versions.at(-1)?.plan ?? study.value.current.plan;
}

function print(plan: StudyPlan, result: DryRun): void {
  const { hypothesis, primary, margin, alpha } = plan.analysis;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `${plan.id} ${plan.version}: ${hypothesis} of ${primary}, margin ${margin ?? '-'}, one-sided alpha ${alpha}, ${result.total} women`,
  );
  for (const { arm, power, reached, meanSize } of result.comparisons) {
    console.log(
      `power of ${arm}: ${percent(power.value)} (${percent(power.lower)} - ${percent(power.upper)}, ${result.options.repetitions} studies)`,
    );
    for (const [i, look] of result.looks.entries())
      console.log(
        `  look at ${percent(look.information)}: boundary ${look.z.toFixed(4)}, reached in ${percent((reached[i] ?? 0) / result.options.repetitions)}`,
      );
    console.log(`  women when it stops at its boundary, mean: ${Math.round(meanSize)}`);
  }
  console.log(`women asked: ${Math.round(result.asked.mean)}`);
  console.log(`per 1000 examinations${result.arms.map(({ arm }) => arm.padStart(28)).join('')}`);
  for (const measure of dryRunMeasures)
    console.log(
      `  ${measure.padEnd(19)}${result.arms
        .map(({ perThousand }) => {
          const { mean, lower, upper } = perThousand[measure];
          return `${mean.toFixed(2)} (${lower.toFixed(2)} - ${upper.toFixed(2)})`.padStart(28);
        })
        .join('')}`,
    );
}
