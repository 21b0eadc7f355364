import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Answer, DigitalLetter, Partner, SmsToSend } from './partner.ts';

export type PartnerAddresses = {
  /** Service for digital post: POST {url}/letters, GET {url}/opened?day=. Environment: DIGITAL_POST_URL. */
  readonly digitalPostUrl?: string | undefined;
  /** SMS gateway: POST {url}/messages. Environment: SMS_URL. */
  readonly smsUrl?: string | undefined;
  readonly timeoutMs: number;
};

const openedAnswer = z.object({ opened: z.array(z.object({ key: z.string(), reference: z.string() })) });

/** Partners reached by HTTP with JSON, the PDF in base64. 2xx = accepted, 409 and 422 = refused for good, the rest may be tried again. */
export function httpPartner({ digitalPostUrl, smsUrl, timeoutMs }: PartnerAddresses): Partner {
  return {
    ...(digitalPostUrl && {
      sendDigital: (letter: DigitalLetter) =>
        post(`${digitalPostUrl}/letters`, letter.key, letterBody(letter), timeoutMs),
      openedOn: async (day: string) => {
        const response = await fetch(`${digitalPostUrl}/opened?day=${day}`, { signal: AbortSignal.timeout(timeoutMs) });
        if (!response.ok)
          throw new Error(`digital post answered ${response.status} when asked what was opened on ${day}`);
        return openedAnswer.parse(await response.json()).opened;
      },
    }),
    ...(smsUrl && { sendSms: (sms: SmsToSend) => post(`${smsUrl}/messages`, sms.key, sms, timeoutMs) }),
  };
}

/** The partners that the environment names. */
export function partnerFromEnvironment(env: Readonly<Record<string, string | undefined>>, timeoutMs: number): Partner {
  return httpPartner({ digitalPostUrl: env.DIGITAL_POST_URL, smsUrl: env.SMS_URL, timeoutMs });
}

function letterBody({ pdf, ...letter }: DigitalLetter) {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  return { ...letter, sha256: createHash('sha256').update(bytes).digest('hex'), pdf: bytes.toString('base64') };
}

async function post(url: string, key: string, body: unknown, timeoutMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (response.ok) return { kind: 'accepted', detail: detailOf(text) };
    if (response.status === 409 || response.status === 422) return { kind: 'refused', reason: reasonOf(text) };
    return { kind: 'error', reason: `answered ${response.status}` };
  } catch (error) {
    return { kind: 'error', reason: causeOf(error) };
  }
}

function detailOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function reasonOf(text: string): string {
  const { reason } = detailOf(text);
  return typeof reason === 'string' ? reason : 'refused without a reason';
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
