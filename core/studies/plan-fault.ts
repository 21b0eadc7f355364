/** What can be wrong with a plan: a code, where in the plan it is, and what it is about. Words: plan-faults-en.ts and web/text. */
import type { Fault } from '#core/protocols/fault';

export const planFaultCodes = [
  // As it is written (core/studies/plan-draft.ts)
  'missing',
  'too-short',
  'too-long',
  'too-small',
  'not-above',
  'too-large',
  'not-number',
  'not-day',
  'one-of',
  'unknown-field',
  'wrong-form',
  // Arms and draws
  'protocol',
  'one-arm',
  'no-such-arm',
  'draw-too-late',
  'draw-too-early',
  'no-images',
  'not-known-yet',
  'other-unit',
  'ratio-not-whole',
  'factor-twice',
  'block-size',
  'factor-within',
  'wedge-unit',
  'wedge-arms',
  'wedge-to',
  'wedge-day',
  // What is planned
  'looks',
  'margin',
  'twice',
  'no-site',
  // An amendment
  'other-id',
  'no-changes',
  'series',
  'protocol-version',
  'form-changed',
] as const;
export type PlanFaultCode = (typeof planFaultCodes)[number];

export type PlanFault = {
  readonly code: PlanFaultCode;
  /** Path in the plan, as 'analysis.margin' or 'consent.forms.0.texts.nb.title'; '' = the whole. */
  readonly at: string;
  readonly about: Readonly<Record<string, string | number>>;
  /** Of code `protocol`: what is wrong with it, to be said in any language by core/protocols/words.ts; `about.words` has the English. */
  readonly found?: Fault;
};

/** What each fault is called in a language. */
export type PlanFaultWords = Readonly<Record<PlanFaultCode, (about: PlanFault['about']) => string>>;

export function planFault(code: PlanFaultCode, at: string, about: PlanFault['about'] = {}): PlanFault {
  return { code, at, about };
}

export function planFaultsInWords(faults: readonly PlanFault[], words: PlanFaultWords): readonly string[] {
  return faults.map(({ code, about }) => words[code](about));
}
