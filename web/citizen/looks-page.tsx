import type { LookPurpose } from '#core/citizen/look-purpose';
import type { Role } from '#core/people/access';
import { formatDate } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink } from './form-parts.tsx';

type LooksProps = {
  readonly text: WholeText;
  readonly language: PageLanguage;
  readonly looks: readonly {
    readonly day: string;
    readonly name: string;
    readonly role: Role;
    readonly centre: string;
    readonly purpose: LookPurpose;
  }[];
  readonly waits: boolean;
  readonly newer: number | null;
  readonly older: number | null;
};

/** Who has looked at her data, and why. */
export function LooksPage({ text, language, looks, waits, newer, older }: LooksProps) {
  const t = text.citizen;
  return (
    <>
      <BackLink href="/min-side">{t.title}</BackLink>
      <h1>{t.looks}</h1>
      <p className="lead">{t.looksLead}</p>
      {waits ? <p className="note">{t.looksWait}</p> : null}
      {looks.length === 0 && !waits ? <p>{t.noLooks}</p> : null}
      <ul className="rows">
        {looks.map((look) => (
          <li key={`${look.day} ${look.name} ${look.purpose}`}>
            <p className="quiet">{formatDate(language, look.day)}</p>
            <p>
              <strong>{look.name}</strong> {t.lookPurposes[look.purpose]}
            </p>
            <p className="quiet">{t.lookBy(text.common.roles[look.role], look.centre)}</p>
          </li>
        ))}
      </ul>
      <p className="weeks">
        {newer === null ? <span /> : <a href={`/min-side/innsyn?side=${newer}`}>{t.newer}</a>}
        {older === null ? null : <a href={`/min-side/innsyn?side=${older}`}>{t.older}</a>}
      </p>
    </>
  );
}
