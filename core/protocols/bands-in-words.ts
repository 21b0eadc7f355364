/** Who reads in each band of the machine's value: "score 8-10: two readers, both see score and marks". */
import { askedOf, type Band, bandsOf, conditionsOf, scaleOf } from './bands.ts';
import { split } from './evaluate.ts';
import { type Facts, noFacts } from './facts.ts';
import { openTasks } from './open-tasks.ts';
import { type Name, type Protocol, type Sees, stepsOf } from './protocol.ts';
import { namingOf, type Naming, refInWords, seesInWords, sentence } from './words.ts';
import type { ProtocolWords } from './words-en.ts';

/** What opens when the machine has answered: reads with what each sees, or an end. */
type Opening =
  | { readonly kind: 'reads'; readonly sees: readonly (readonly Sees[])[]; readonly seniors: number }
  | { readonly kind: 'recall' | 'negative' | 'waits' };

export type BandLine = { readonly band: Band | 'failed'; readonly opening: Opening };

/**
 * The bands of the one value that decides who reads first, lowest first, and what happens when the machine fails; neighbours
 * that open the same are one band. Empty when no value, or more than one, decides.
 */
export function openingBands(
  protocol: Protocol,
  arm: string,
): { readonly ref: string; readonly lines: readonly BandLine[] } | undefined {
  const machines = new Set(stepsOf(protocol, arm).flatMap((s) => ('ai' in s ? [s.ai] : [])));
  const asked = [...askedOf(conditionsOf(protocol, arm))].filter(([ref]) => machines.has(split(ref)[0]));
  const choices = asked.flatMap(([ref, one]) => {
    const [name, field] = split(ref);
    if (field === undefined) return [];
    const bands = bandsOf({ ...one, missing: false }, scaleOf(protocol, arm, name, field));
    return [{ ref, name, field, bands }];
  });
  const first = (of: (typeof choices)[number]) => of.bands[0]?.value ?? 0;
  const opened = ({ ref, name, field, bands }: (typeof choices)[number]) =>
    bands.map((band) => {
      const others = choices.filter((c) => c.ref !== ref && c.name === name).map((c) => [c.field, first(c)] as const);
      const values = { ...Object.fromEntries(others), [field]: band.value ?? 0 };
      return { band, opening: openingOf(protocol, arm, { ...noFacts, ai: { [name]: { kind: 'result', values } } }) };
    });
  const deciding = choices.filter((c) => new Set(opened(c).map(({ opening }) => JSON.stringify(opening))).size > 1);
  const [only] = deciding;
  if (!only || deciding.length > 1) return undefined;
  const failed = openingOf(protocol, arm, { ...noFacts, ai: { [only.name]: { kind: 'failed' } } });
  return {
    ref: only.ref,
    lines: [
      ...joined(opened(only), scaleOf(protocol, arm, only.name, only.field)),
      { band: 'failed', opening: failed },
    ],
  };
}

function openingOf(protocol: Protocol, arm: string, facts: Facts): Opening {
  const now = openTasks(protocol, arm, facts);
  if (now.kind === 'closed') return { kind: now.outcome === 'recall' ? 'recall' : 'negative' };
  if (now.kind === 'waiting') return { kind: 'waits' };
  const reads = now.tasks.filter((t) => t.kind === 'read');
  return { kind: 'reads', sees: reads.map((t) => t.sees), seniors: reads.filter((t) => t.senior).length };
}

/** Neighbours that open the same, as one band; from the lowest to the highest of the scale where it is known. */
function joined(
  lines: readonly { readonly band: Band; readonly opening: Opening }[],
  scale?: readonly [number, number],
): readonly BandLine[] {
  const found: { band: Band; opening: Opening }[] = [];
  for (const { band, opening } of lines) {
    const before = found.at(-1);
    if (before && JSON.stringify(before.opening) === JSON.stringify(opening))
      found[found.length - 1] = { opening, band: { value: before.band.value, from: before.band.from, to: band.to } };
    else found.push({ band, opening });
  }
  return found.map(({ band, opening }) => ({
    opening,
    band: { value: band.value, from: band.from ?? scale?.[0] ?? null, to: band.to ?? scale?.[1] ?? null },
  }));
}

/** The bands in words; empty when no single value decides who reads. */
export function bandsInWords(protocol: Protocol, arm: string, words: ProtocolWords): readonly string[] {
  const found = openingBands(protocol, arm);
  if (!found) return [];
  const naming = namingOf(protocol, arm, words);
  const [name, field] = split(found.ref);
  const scale = scaleOf(protocol, arm, name, field ?? '');
  const what = refInWords(found.ref, naming);
  const bands = found.lines.flatMap(({ band }) => (band === 'failed' ? [] : [band]));
  return found.lines.map(({ band, opening }) => {
    const head =
      band === 'failed'
        ? words.path.when(words.condition.silent(labelOfMachine(name, naming)))
        : rangeInWords(what, band, bands, scale, words);
    return sentence(`${head}: ${openingInWords(opening, naming)}`);
  });
}

const labelOfMachine = (name: Name, { labels }: Naming) => labels.get(name) ?? name;

/** 'score 8-10' on a scale of whole numbers; else 'score 8 or more', 'score over 7.5'. */
function rangeInWords(
  what: string,
  band: Band,
  all: readonly Band[],
  scale: readonly [number, number] | undefined,
  words: ProtocolWords,
): string {
  if (band.from === null && band.to === null) return words.band.exactly(what, String(band.value ?? ''));
  const n = words.number;
  const at = all.indexOf(band);
  const [before, next] = [all[at - 1], all[at + 1]];
  // The value that stands for a band is its lower limit when the limit itself belongs to it.
  const ownsLow = before === undefined || band.value === band.from;
  const ownsHigh = next === undefined || next.value !== next.from;
  const limits = [...new Set(all.flatMap((b) => [b.from, b.to]))].filter((v) => v !== null);
  const whole =
    scale !== undefined &&
    scale[1] - scale[0] < 20 &&
    limits.every(Number.isInteger) &&
    all.every((b, i) => i === 0 || b.value === b.from);
  const { from, to } = band;
  if (from !== null && from === to) return words.band.exactly(what, n(from));
  if (from === null) return (ownsHigh ? words.band.upTo : words.band.under)(what, n(to ?? 0));
  if (to === null) return (ownsLow ? words.band.from : words.band.over)(what, n(from));
  const high = whole && !ownsHigh ? to - 1 : to;
  if (whole) return high === from ? words.band.exactly(what, n(from)) : words.band.range(what, n(from), n(high));
  if (before === undefined) return (ownsHigh ? words.band.upTo : words.band.under)(what, n(to));
  if (next === undefined) return (ownsLow ? words.band.from : words.band.over)(what, n(from));
  return ownsLow && ownsHigh ? words.band.range(what, n(from), n(to)) : words.band.between(what, n(from), n(to));
}

function openingInWords(opening: Opening, naming: Naming): string {
  const { words } = naming;
  if (opening.kind === 'waits') return words.band.waits;
  if (opening.kind !== 'reads') return `${words.band.readers(0)}; ${words.step.ends[opening.kind]}`;
  const n = opening.sees.length;
  const same = new Set(opening.sees.map((s) => JSON.stringify(s))).size === 1;
  const senior = opening.seniors > 0 ? `, ${opening.seniors < n ? words.band.oneSenior : words.step.senior}` : '';
  const [sees] = opening.sees;
  if (!same || !sees) return `${words.band.readers(n)}${senior}`;
  return `${words.band.readers(n)}${senior}, ${sees.length > 0 ? words.band.see(n, seesInWords(sees, naming)) : words.step.seesNothing}`;
}
