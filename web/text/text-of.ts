import { en } from './en.ts';
import { citizen as citizenEn } from './en/citizen.ts';
import { access as accessEn } from './en/access.ts';
import { evaluation as evaluationEn } from './en/evaluation.ts';
import { studyMonitoring as studyMonitoringEn } from './en/study-monitoring.ts';
import { studyPlan as studyPlanEn } from './en/study-plan.ts';
import type { PageLanguage } from './language.ts';
import { nb, type Text } from './nb.ts';
import { citizen as citizenNb } from './nb/citizen.ts';
import { access as accessNb } from './nb/access.ts';
import { evaluation as evaluationNb } from './nb/evaluation.ts';
import { studyMonitoring as studyMonitoringNb } from './nb/study-monitoring.ts';
import { studyPlan as studyPlanNb } from './nb/study-plan.ts';
import { nn } from './nn.ts';
import { citizen as citizenNn } from './nn/citizen.ts';
import { access as accessNn } from './nn/access.ts';
import { evaluation as evaluationNn } from './nn/evaluation.ts';
import { studyMonitoring as studyMonitoringNn } from './nn/study-monitoring.ts';
import { studyPlan as studyPlanNn } from './nn/study-plan.ts';
import { over } from './partial.ts';
import { se } from './se.ts';
import { citizen as citizenSe } from './se/citizen.ts';

const nbOwn = {
  access: accessNb,
  evaluation: evaluationNb,
  studyMonitoring: studyMonitoringNb,
  studyPlan: studyPlanNb,
};
const nnOwn = {
  access: accessNn,
  evaluation: evaluationNn,
  studyMonitoring: studyMonitoringNn,
  studyPlan: studyPlanNn,
};
const enOwn = {
  access: accessEn,
  evaluation: evaluationEn,
  studyMonitoring: studyMonitoringEn,
  studyPlan: studyPlanEn,
};

/** All there is: the staff application's texts, those of the woman's pages, and those that come with a page of their own. */
export type WholeText = Text & { readonly citizen: typeof citizenNb } & typeof nbOwn;

/** All four catalogues at once, for the server; a browser fetches one, without the woman's pages (load-text.ts). */
export const textOf: Readonly<Record<PageLanguage, WholeText>> = {
  nb: { ...nb, ...nbOwn, citizen: citizenNb },
  nn: { ...nn, ...nnOwn, citizen: citizenNn },
  en: { ...en, ...enOwn, citizen: citizenEn },
  se: { ...se, ...nbOwn, citizen: over(citizenNb, citizenSe) },
};
