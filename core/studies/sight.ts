/**
 * Who sees what of a study while it runs, in one place. Arms are for the unblinded statistician of the study alone, who makes the
 * safety board's reports and the data sets for analysis; the board reads the reports that are made for it, and nothing else by arm;
 * a site sees its own women, and nothing that tells arms apart; the programme's office and those with a role in the study see all
 * sites, and nothing that tells arms apart. Who works nationally without a role in it (a researcher, the administrator) sees that
 * it exists and what is planned, and no count of women (ICH E6(R3) 4.3.8: access by role).
 */
import type { Actor } from '#core/people/access';
import type { BoardSight, MemberRole } from './study.ts';

export type Sight = {
  /** Whose women; 'none' = no count of this study. */
  readonly centres: 'all' | 'none' | readonly string[];
  readonly arms: boolean;
  /** The reports to the safety board; null = not for her. */
  readonly board: BoardSight | null;
  /**
   * What machines said that was shown to people: `each` time, with arm and examination; a `list` by month and reader; `counts` that
   * tell no arm.
   */
  readonly reveals: 'each' | 'list' | 'counts';
  /** Reads whose arm was opened, and why: those who open arms, and those who follow that it is rightly done. */
  readonly opens: boolean;
  /** May enter a deviation. */
  readonly enters: boolean;
  /** May plan, and run the plan on simulated women. */
  readonly plans: boolean;
};

/** Those who follow every site of a study because of their role in it. */
const nationalRoles: readonly MemberRole[] = [
  'principal-investigator',
  'unblinded-statistician',
  'monitor',
  'safety-board',
];

/** @param held roles that the actor has in the study today @param sites centres that take part @param charter what the board is shown */
export function sightOf(
  actor: Pick<Actor, 'role' | 'centres'>,
  held: readonly MemberRole[],
  sites: readonly string[],
  charter: BoardSight = 'by-arm',
): Sight {
  const ofProgramme = actor.role === 'office' || actor.role === 'system';
  const arms = held.includes('unblinded-statistician');
  const own = actor.centres === 'all' ? [] : sites.filter((site) => actor.centres.includes(site));
  const national = ofProgramme || held.some((role) => nationalRoles.includes(role));
  const centres = national ? 'all' : own.length > 0 ? own : 'none';
  return {
    centres,
    arms,
    board: arms ? 'by-arm' : held.includes('safety-board') ? charter : null,
    reveals: arms ? 'each' : held.includes('monitor') ? 'list' : 'counts',
    opens: ofProgramme || held.some((role) => role !== 'safety-board'),
    enters: centres !== 'none' && actor.role !== 'system' && !held.includes('safety-board'),
    plans:
      !held.includes('safety-board') &&
      (actor.role === 'office' || actor.role === 'researcher' || held.includes('principal-investigator')),
  };
}
