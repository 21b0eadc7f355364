import { List } from '@digdir/designsystemet-react';
import type { PlanDifference, Said } from '#core/studies/differences';
import type { StudyUnit } from '#core/studies/study';
import type { Text } from '#web/text/nb';
import { type TextTools, useText } from '../../text.tsx';
import { type PlanText, usePlanText } from './plan-text.ts';

/** What one version of a plan changes from another, in words. */
export function DifferenceList(props: {
  readonly differences: readonly PlanDifference[];
  readonly siteName: (centreId: string) => string;
}) {
  const tools = useText();
  const words = usePlanText();
  const { changed, added, removed, parts } = tools.text.studies;
  return (
    <List.Unordered>
      {props.differences.map((one) => {
        const [from, to] = [one.from, one.to].map((value) => said(one, value, { ...props, tools, words }));
        const name = nameOf(one, { ...props, words });
        return (
          <List.Item key={`${one.part} ${one.name}`}>
            {parts[one.part]}
            {name ? `, ${name}` : ''}:{' '}
            {from != null && to != null
              ? from === to
                ? words.otherwise(to)
                : changed(from, to)
              : to != null
                ? added(to)
                : removed(from ?? '')}
          </List.Item>
        );
      })}
    </List.Unordered>
  );
}

type Naming = { readonly siteName: (centreId: string) => string; readonly words: PlanText };

function nameOf({ part, name }: PlanDifference, { siteName, words }: Naming): string {
  if (part === 'planned') return siteName(name);
  return part === 'analysis' ? words.analysisNames[name as keyof typeof words.analysisNames] : '';
}

/** A value in words: codes by the tables of words, numbers of the analysis in per cent. */
function said(
  { part, name }: PlanDifference,
  value: Said | null,
  { tools, siteName }: Naming & { readonly tools: TextTools },
): string | null {
  if (value === null || typeof value !== 'string') return value?.[tools.written] ?? null;
  if (part === 'site') return siteName(value);
  if (part === 'factors')
    return value
      .split(', ')
      .map((factor) => lookUp(tools.text.studies.factorNames, factor))
      .join(', ');
  if (part === 'method') {
    const [method = '', ...rest] = value.split(' ');
    return [lookUp(tools.text.studies.methods, method), ...rest].join(' ');
  }
  if (part === 'analysis') return analysisSaid(name, value, tools);
  return codeWords(part, value, tools.text);
}

function analysisSaid(name: string, value: string, { text, formatPercent }: TextTools): string {
  const { primaries, hypotheses } = text.studies;
  if (name === 'primary') return lookUp(primaries, value);
  if (name === 'hypothesis') return lookUp(hypotheses, value);
  const numbers = value.split(',').map(Number);
  if (numbers.some(Number.isNaN)) return value;
  return numbers.map((number) => formatPercent(number, number < 0.05 ? 3 : 0)).join(', ');
}

function codeWords(part: PlanDifference['part'], value: string, { studies }: Text): string {
  switch (part) {
    case 'unit':
      return studies.units[value as StudyUnit];
    case 'moment':
      return lookUp(studies.moments, value);
    case 'board':
      return lookUp(studies.boards, value);
    case 'consent-design':
      return lookUp(studies.consentDesigns, value);
    case 'tell-arm':
      return lookUp(studies.tellArm, value);
    default:
      return value;
  }
}

const lookUp = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;
