import type { Role } from '#core/people/access';
import type { Text } from '#web/text/nb';

/** A page about one study besides its own: the study's page links to those that the role may open. */
export type StudySubPage = {
  /** The address after /studies/<id>/. */
  readonly path: string;
  readonly title: (text: Text) => string;
  readonly roles: readonly Role[];
};

export const studyPages: readonly StudySubPage[] = [
  {
    path: 'allocations',
    title: (text) => text.studies.allocations,
    roles: ['office', 'coordinator', 'radiographer', 'radiologist', 'researcher', 'administrator'],
  },
];
