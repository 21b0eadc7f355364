/**
 * The signature of a push: HMAC-SHA-256 with the product's key over the time, a full stop and the body as it was sent. The
 * time bounds how long a body that was overheard can be sent again; within it a run is taken once whatever is sent.
 */
import { ok, type Result, refuse } from '#core/kernel/result';

export const signatureHeaders = {
  product: 'x-runde-product',
  /** Seconds since 1970, UTC. */
  time: 'x-runde-time',
  /** `sha256=` and 64 hexadecimal digits. */
  signature: 'x-runde-signature',
} as const;

/** What is signed. */
export function signedText(time: string, body: string): string {
  return `${time}.${body}`;
}

/** HMAC-SHA-256 as hexadecimal digits; it comes from outside, because the core has no cryptography. */
export type Hmac = (secret: string, text: string) => string;

export type SignedBody = { readonly time: string; readonly signature: string; readonly body: string };

/**
 * Refuses with `bad-signature` (also when the time is no time) or `stale`, when it lies more than `windowSeconds` from
 * `now` (seconds since 1970), before or after.
 */
export function checkSignature(
  sent: SignedBody,
  secret: string,
  at: { readonly now: number; readonly windowSeconds: number },
  hmac: Hmac,
): Result<true, 'bad-signature' | 'stale'> {
  const expected = `sha256=${hmac(secret, signedText(sent.time, sent.body))}`;
  if (!/^\d{1,12}$/.test(sent.time) || !alike(expected, sent.signature)) {
    return refuse(
      'bad-signature',
      `The signature in ${signatureHeaders.signature} does not fit the body and ${signatureHeaders.time}`,
    );
  }
  if (Math.abs(at.now - Number(sent.time)) <= at.windowSeconds) return ok(true);
  return refuse('stale', `${signatureHeaders.time} is more than ${at.windowSeconds} seconds from now; sign it again`, {
    expected: at.windowSeconds,
  });
}

/** Takes as long wherever they differ, so that the time it takes says nothing about the signature. */
function alike(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ (b.charCodeAt(i) || 0);
  return difference === 0;
}
