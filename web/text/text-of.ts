import { en } from './en.ts';
import { citizen as citizenEn } from './en/citizen.ts';
import { access as accessEn } from './en/access.ts';
import { evaluation as evaluationEn } from './en/evaluation.ts';
import { studyPlan as studyPlanEn } from './en/study-plan.ts';
import type { PageLanguage } from './language.ts';
import { nb, type Text } from './nb.ts';
import { citizen as citizenNb } from './nb/citizen.ts';
import { access as accessNb } from './nb/access.ts';
import { evaluation as evaluationNb } from './nb/evaluation.ts';
import { studyPlan as studyPlanNb } from './nb/study-plan.ts';
import { nn } from './nn.ts';
import { citizen as citizenNn } from './nn/citizen.ts';
import { access as accessNn } from './nn/access.ts';
import { evaluation as evaluationNn } from './nn/evaluation.ts';
import { studyPlan as studyPlanNn } from './nn/study-plan.ts';
import { over } from './partial.ts';
import { se } from './se.ts';
import { citizen as citizenSe } from './se/citizen.ts';

/** All there is: the staff application's texts, those of the woman's pages, and those that come with a page of their own. */
export type WholeText = Text & {
  readonly citizen: typeof citizenNb;
  readonly access: typeof accessNb;
  readonly evaluation: typeof evaluationNb;
  readonly studyPlan: typeof studyPlanNb;
};

/** All four catalogues at once, for the server; a browser fetches one, without the woman's pages (load-text.ts). */
export const textOf: Readonly<Record<PageLanguage, WholeText>> = {
  nb: { ...nb, access: accessNb, citizen: citizenNb, evaluation: evaluationNb, studyPlan: studyPlanNb },
  nn: { ...nn, access: accessNn, citizen: citizenNn, evaluation: evaluationNn, studyPlan: studyPlanNn },
  en: { ...en, access: accessEn, citizen: citizenEn, evaluation: evaluationEn, studyPlan: studyPlanEn },
  se: {
    ...se,
    access: accessNb,
    citizen: over(citizenNb, citizenSe),
    evaluation: evaluationNb,
    studyPlan: studyPlanNb,
  },
};
