/** A worked protocol names the published product; an installation reads with its own. */
import type { Protocol } from './protocol.ts';

/** The products that a protocol names, each once, in order. */
export function modelsOf(protocol: Protocol): readonly string[] {
  const all = Object.values(protocol.arms).flatMap(({ steps }) => steps.flatMap((s) => ('ai' in s ? [s.model] : [])));
  return [...new Set(all)];
}

/** The protocol with its products called by other ids: `bindModels(aims1, { transpara: 'demo-ai' })`. Others stay. */
export function bindModels(protocol: Protocol, products: Readonly<Record<string, string>>): Protocol {
  const arms = Object.entries(protocol.arms).map(([name, arm]) => {
    const steps = arm.steps.map((s) => ('ai' in s ? { ...s, model: products[s.model] ?? s.model } : s));
    return [name, { ...arm, steps }] as const;
  });
  return { ...protocol, arms: Object.fromEntries(arms) };
}
