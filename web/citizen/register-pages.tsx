import { formatDate } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink } from './form-parts.tsx';
import { Way } from './own-page.tsx';
import { type ShownStudy, StudyList } from './study-pages.tsx';

type Words = { readonly text: WholeText['citizen']; readonly language: PageLanguage };

/** Whether she is invited: the register of those who do not wish to be. */
export function InvitationsPage({ text, language, stoppedFrom }: Words & { readonly stoppedFrom: string | null }) {
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>{text.invitations}</h1>
      <p className="lead">
        {stoppedFrom ? text.invitationsOff(formatDate(language, stoppedFrom)) : text.invitationsOn}
      </p>
      <p>{text.itIsYourChoice}</p>
      <p className="actions">
        {stoppedFrom ? (
          <a className="ds-button" href="/min-side/invitasjoner/start">
            {text.startInvitations}
          </a>
        ) : (
          <a className="ds-button" data-variant="secondary" href="/min-side/invitasjoner/stopp">
            {text.stopInvitations}
          </a>
        )}
      </p>
      <p>
        <a href="/screening/nytte">{text.benefit.title}</a>
      </p>
    </>
  );
}

/** Whether normal findings are stored with her name: the register of reservations. */
export function StoragePage(
  props: Words & { readonly reservedFrom: string | null; readonly carriedOutOn: string | null },
) {
  const { text, language, reservedFrom, carriedOutOn } = props;
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>{text.storage}</h1>
      <p className="lead">{reservedFrom ? text.storageOff(formatDate(language, reservedFrom)) : text.storageOn}</p>
      {carriedOutOn ? <p>{text.storageDone(formatDate(language, carriedOutOn))}</p> : null}
      <p>{text.storageWhy}</p>
      <p className="actions">
        <a
          className="ds-button"
          data-variant="secondary"
          href={reservedFrom ? '/min-side/lagring/opphev' : '/min-side/lagring/reserver'}
        >
          {reservedFrom ? text.liftReservation : text.reserveStorage}
        </a>
      </p>
    </>
  );
}

/** Studies that she has been asked about, what is stored, and the choices she has. */
export function ConsentsPage(props: {
  readonly text: WholeText;
  readonly language: PageLanguage;
  readonly studies: readonly ShownStudy[];
  readonly stopped: boolean;
  readonly reserved: boolean;
}) {
  const { language, studies } = props;
  const text = props.text.citizen;
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>{text.consents}</h1>
      {studies.length > 0 ? (
        <StudyList text={props.text} language={language} studies={studies} />
      ) : (
        <p className="lead">{text.consentsNone}</p>
      )}
      <p>{text.consentsLead}</p>
      <h2>{text.consentsStored}</h2>
      <ul>
        {text.consentsStoredList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{text.consentsChoices}</h2>
      <ul className="links">
        <Way
          href="/min-side/lagring"
          name={text.storage}
          more={props.reserved ? text.storageReserved : text.storageOn}
        />
        <Way
          href="/min-side/invitasjoner"
          name={text.invitations}
          more={props.stopped ? text.invitationsStopped : text.invitationsOn}
        />
        <Way href="/min-side/innsyn" name={text.looks} more={text.looksMore} />
      </ul>
    </>
  );
}
