import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { usePlanText } from './plan-text.ts';

/** The parts of the form, in their order. */
export const sections = [
  'changes',
  'about',
  'protocol',
  'draws',
  'eligibility',
  'consent',
  'sites',
  'analysis',
] as const;
type SectionName = (typeof sections)[number];

export const sectionId = (name: SectionName) => `plan-section-${name}`;

export function Section({ name, children }: { readonly name: SectionName; readonly children: ReactNode }) {
  const words = usePlanText();
  return (
    <section className="stack plan-section" aria-labelledby={sectionId(name)}>
      <Heading level={2} data-size="xs" id={sectionId(name)} tabIndex={-1}>
        {words[name]}
      </Heading>
      {children}
    </section>
  );
}
