import { z } from 'zod';
import { surveyFormSchema } from '#core/surveys/form';
import { endpoint } from './endpoint.ts';

const counts = ['office', 'researcher', 'administrator'] as const;
const limits = z.object({ lower: z.number(), upper: z.number() });

export const surveyForms = endpoint({
  method: 'GET',
  path: '/api/surveys',
  permission: counts,
  summary: 'The survey forms in use, and those that have been stopped',
  input: z.object({}),
  output: z.object({
    forms: z.array(z.object({ form: surveyFormSchema, own: z.boolean(), active: z.boolean() })),
    centres: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

export const surveyResults = endpoint({
  method: 'GET',
  path: '/api/surveys/:form/results',
  permission: counts,
  summary: 'What a survey says: response rate, answers and scales with 95 % intervals; small numbers are hidden',
  input: z.object({ form: z.string(), from: z.iso.date(), to: z.iso.date(), centre: z.string().optional() }),
  output: z.object({
    form: surveyFormSchema,
    least: z.number(),
    asked: z.number(),
    /** null: fewer than `least`. */
    answered: z.number().nullable(),
    rate: limits.extend({ value: z.number() }).nullable(),
    questions: z.array(
      z.object({
        id: z.string(),
        answered: z.number().nullable(),
        counts: z.array(
          z.object({
            value: z.number(),
            count: z.number().nullable(),
            share: z.number().nullable(),
            limits: limits.nullable(),
          }),
        ),
        written: z.array(z.string()),
      }),
    ),
    scales: z.array(
      z.object({
        id: z.string(),
        scored: z.number().nullable(),
        mean: z.number().nullable(),
        limits: limits.nullable(),
      }),
    ),
  }),
});

export const loadSurveyForm = endpoint({
  method: 'POST',
  path: '/api/surveys',
  permission: ['office', 'administrator'],
  summary: 'Takes in a survey form from the text of a JSON file',
  input: z.object({ text: z.string().max(200_000) }),
  output: z.object({ id: z.string(), version: z.string() }),
});

export const setSurveyActive = endpoint({
  method: 'POST',
  path: '/api/surveys/:id/active',
  permission: ['office', 'administrator'],
  summary: 'Stops or starts asking a form that was loaded from a file',
  input: z.object({ id: z.string(), active: z.boolean() }),
  output: z.object({ done: z.literal(true) }),
});

export const surveysForMe = endpoint({
  method: 'GET',
  path: '/api/surveys/mine',
  permission: ['radiologist'],
  summary: 'The forms that the radiologist is asked now, and whether she has answered',
  input: z.object({}),
  output: z.object({
    asked: z.array(z.object({ form: surveyFormSchema, occasion: z.string(), answered: z.boolean() })),
  }),
});

export const answerSurvey = endpoint({
  method: 'POST',
  path: '/api/surveys/:form/answers',
  permission: ['radiologist'],
  summary: 'Answers a form; kept without a name',
  input: z.object({ form: z.string(), answers: z.record(z.string(), z.string().max(1000)) }),
  output: z.object({
    occasion: z.string().nullable(),
    faults: z.array(z.object({ question: z.string(), why: z.enum(['missing', 'not-a-value', 'too-long']) })),
  }),
});

export const takeBackAnswers = endpoint({
  method: 'POST',
  path: '/api/surveys/:form/answers/take-back',
  permission: ['radiologist'],
  summary: 'Deletes one’s own answers about an occasion',
  input: z.object({ form: z.string(), occasion: z.string() }),
  output: z.object({ done: z.literal(true) }),
});
