/** What was answered: checked against the form, and made into scale scores. */
import { type SurveyForm, type SurveyQuestion, valuesOf } from './form.ts';

/** By question: a value, or free text. What was not answered is left out. */
export type Answers = Readonly<Record<string, number | string>>;

export type AnswerFault = { readonly question: string; readonly why: 'missing' | 'not-a-value' | 'too-long' };

/** The answers in what a page's form sent, or what is wrong with it, question by question in the form's order. */
export function readAnswers(
  form: SurveyForm,
  sent: Readonly<Record<string, string>>,
): { readonly answers: Answers; readonly faults: readonly AnswerFault[] } {
  const answers: Record<string, number | string> = {};
  const faults: AnswerFault[] = [];
  for (const asked of form.questions) {
    const text = (sent[asked.id] ?? '').trim();
    if (text === '') {
      if (asked.kind !== 'text' && !asked.optional) faults.push({ question: asked.id, why: 'missing' });
      continue;
    }
    const why = faultIn(asked, text);
    if (why) faults.push({ question: asked.id, why });
    else answers[asked.id] = asked.kind === 'text' ? text : Number(text);
  }
  return { answers, faults };
}

function faultIn(asked: SurveyQuestion, text: string): AnswerFault['why'] | undefined {
  if (asked.kind === 'text') return text.length > asked.longest ? 'too-long' : undefined;
  return /^-?\d{1,4}$/.test(text) && valuesOf(asked).includes(Number(text)) ? undefined : 'not-a-value';
}

/**
 * Score of a scale, 0-100 (100 = most of what it measures): the mean of the answered items, each brought to 0-1 over its
 * own range; undefined when fewer than `fewest` are answered. The mean of those answered stands for the rest ("half
 * rule"; EORTC QLQ-C30 Scoring Manual, 3rd ed. 2001).
 */
export function scaleScore(
  form: SurveyForm,
  scale: SurveyForm['scales'][number],
  answers: Answers,
): number | undefined {
  const parts = scale.items.flatMap((item) => {
    const asked = form.questions.find((each) => each.id === item);
    const value = answers[item];
    if (!asked || typeof value !== 'number') return [];
    const values = valuesOf(asked);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const share = (value - low) / (high - low);
    return [scale.turned.includes(item) ? 1 - share : share];
  });
  if (parts.length < scale.fewest) return undefined;
  return (parts.reduce((sum, part) => sum + part, 0) / parts.length) * 100;
}
