import { sql } from 'kysely';
import { readNeeds } from '#core/invitation/needs';
import type { Day } from '#core/kernel/day';
import type { Language, MessageContent } from '#core/messaging/message';
import { type ContactWishes, reachedBy } from '#core/people/contact-wishes';
import { contact } from '#programmes/breast-no/contact';
import type { Tx } from '#server/db/transaction';

export type ContentKey = {
  readonly personId: string;
  readonly episodeId?: string | undefined;
  readonly appointmentId?: string | undefined;
};

/** What a message needs to know of a woman besides what it says. */
export type Recipient = {
  readonly personId: string;
  readonly language: Language;
  readonly onPortal: boolean;
  readonly content: MessageContent;
};

type Row = {
  n: number;
  person_id: string;
  kind: string;
  name: string;
  address: string | null;
  postal: string | null;
  phone: string | null;
  language: Language;
  digital: boolean;
  wished_channel: ContactWishes['channel'];
  wished_sms: boolean;
  wished_phone: string | null;
  wished_language: Language | null;
  centre_name: string;
  centre_town: string;
  centre_phone: string | null;
  appointment_known: boolean;
  day: Day | null;
  at: string | null;
  unit_name: string | null;
  place: string | null;
  previous_day: Day | null;
  previous_at: string | null;
  screened_on: Day | null;
  needs: unknown;
  longer: boolean;
};

/**
 * The facts that messages will say, one row a key and in the keys' order, in one query whatever their number. An
 * appointment is one for imaging or one for assessment. Throws when a person or an appointment does not exist for the
 * actor: the caller has just written or read them.
 */
export async function loadContent(tx: Tx, keys: readonly ContentKey[]): Promise<readonly Recipient[]> {
  const wanted = JSON.stringify(
    keys.map((key, n) => ({ n, p: key.personId, e: key.episodeId ?? null, a: key.appointmentId ?? null })),
  );
  const { rows } = await sql<Row>`
    select w.n, p.person_id, p.kind, concat_ws(' ', p.given_name, p.family_name) as name, p.address,
      concat_ws(' ', p.postal_code, pc.place) as postal, p.phone, p.language, p.digital,
      cw.channel as wished_channel, coalesce(cw.sms, true) as wished_sms, cw.phone as wished_phone, cw.language as wished_language,
      c.name as centre_name, c.town as centre_town, c.phone as centre_phone,
      (w.a is null or a.appointment_id is not null or s.appointment_id is not null) as appointment_known,
      coalesce(a.day, s.day) as day, left(coalesce(a.at, s.at)::text, 5) as at,
      u.name as unit_name, coalesce(us.place, um.name, u.municipality) as place,
      p.needs, a.also_at is not null as longer, old.day as previous_day, left(old.at::text, 5) as previous_at,
      (select max(x.day) from examination x where x.person_id = w.p and x.episode_id = w.e) as screened_on
    from jsonb_to_recordset(${wanted}::jsonb) as w (n int, p uuid, e uuid, a uuid)
    join person p on p.person_id = w.p
    left join postal_code pc on pc.code = p.postal_code
    left join contact_wish cw on cw.person_id = p.person_id
    left join appointment a on a.person_id = w.p and a.appointment_id = w.a
    left join appointment old on old.person_id = w.p and old.appointment_id = a.moved_from
    left join assessment_appointment s on s.person_id = w.p and s.appointment_id = w.a
    left join episode e on e.person_id = w.p and e.episode_id = w.e
    left join centre c on c.id = coalesce(a.centre_id, s.centre_id, e.centre_id, p.centre_id)
    left join unit u on u.id = a.unit_id
    left join municipality um on um.id = u.municipality
    left join unit_stop us on us.unit_id = a.unit_id and a.day between us.starts_on and us.ends_on
    order by w.n`.execute(tx.q);
  return keys.map((key, n) => recipientOf(key, rows[n]?.n === n ? rows[n] : rows.find((row) => row.n === n)));
}

function recipientOf(key: ContentKey, row: Row | undefined): Recipient {
  if (row?.kind !== 'known') throw new Error(`no message can be decided: person ${key.personId} is not known here`);
  if (!row.appointment_known) {
    throw new Error(`no message can be decided: person ${key.personId} has no appointment ${key.appointmentId}`);
  }
  const wishes = {
    channel: row.wished_channel,
    sms: row.wished_sms,
    phone: row.wished_phone,
    language: row.wished_language,
  };
  const reached = reachedBy({ onPortal: row.digital, phone: row.phone, language: row.language }, wishes);
  return {
    personId: row.person_id,
    language: reached.language,
    onPortal: reached.onPortal,
    content: {
      name: row.name,
      address: [row.address, row.postal].filter((line): line is string => Boolean(line)),
      ...(reached.phone ? { phone: reached.phone } : {}),
      centreName: row.centre_name,
      centreTown: row.centre_town,
      centrePhone: row.centre_phone ?? contact.phone,
      ...(row.day && row.at ? { day: row.day, at: row.at } : {}),
      ...(row.unit_name ? { unitName: row.unit_name } : {}),
      ...(row.place ? { place: row.place } : {}),
      ...(row.previous_day && row.previous_at ? { previousDay: row.previous_day, previousAt: row.previous_at } : {}),
      ...(row.screened_on ? { screenedOn: row.screened_on } : {}),
      ...(row.day ? arranged(row) : {}),
    },
  };
}

/** What has been arranged for her at the appointment, so that the letter can say so. */
function arranged({ needs, longer }: Row): Partial<MessageContent> {
  const { interpreter, wheelchair } = readNeeds(needs);
  return {
    ...(interpreter ? { interpreter } : {}),
    ...(longer ? { longer: true } : {}),
    ...(wheelchair ? { stepFree: true } : {}),
  };
}
