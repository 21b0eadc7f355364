/**
 * Who sees what of a study while it runs, in one place. Arms are for the unblinded statistician of the study alone, who makes the
 * safety board's reports and the data sets for analysis; a site sees its own women, and nothing that tells arms apart;
 * the investigator, the monitor and the programme see all sites, and nothing that tells arms apart.
 */
import type { Actor } from '#core/people/access';
import type { MemberRole } from './study.ts';

export type Sight = {
  /** Whose women; 'none' = nothing of this study. */
  readonly centres: 'all' | 'none' | readonly string[];
  readonly arms: boolean;
  /** May enter a deviation and start a dry run. */
  readonly enters: boolean;
  readonly plans: boolean;
};

/** @param held roles that the actor has in the study today @param sites centres that take part */
export function sightOf(
  actor: Pick<Actor, 'role' | 'centres'>,
  held: readonly MemberRole[],
  sites: readonly string[],
): Sight {
  const national = actor.centres === 'all' || held.some((role) => role !== 'site-investigator');
  const own = actor.centres === 'all' ? sites : sites.filter((site) => actor.centres.includes(site));
  const centres = national ? 'all' : own.length > 0 ? own : 'none';
  return {
    centres,
    arms: held.includes('unblinded-statistician'),
    enters: centres !== 'none' && actor.role !== 'system',
    plans: actor.role === 'office' || actor.role === 'researcher' || held.includes('principal-investigator'),
  };
}
