/**
 * A reading protocol of a real trial or service, written in the protocol language: something to copy from, to replay and to
 * compare. None is approved for use here. `model` names the published product; an installation binds it to its own
 * (core/protocols/bind-models.ts). What is not published, or stands as an example, is said in `notes`.
 */
import type { Protocol } from '#core/protocols/protocol';

export type InLanguages = { readonly nb: string; readonly nn: string; readonly en: string };

export type WorkedProtocol = {
  readonly protocol: Protocol;
  readonly title: InLanguages;
  /** Where it is published. */
  readonly source: string;
  /** What is not known, what is an example, and where the language says it in its own way. */
  readonly notes: InLanguages;
};
