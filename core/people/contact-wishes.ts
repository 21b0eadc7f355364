/** How a woman wishes to be written to, laid over what the population register and the citizen portal say of her. */
import type { Language } from '#core/kernel/language';

export type ContactWishes = {
  /** null = no wish: the portal when she is on it. */
  readonly channel: 'digital' | 'paper' | null;
  readonly sms: boolean;
  /** In international form; null = the number the register has. */
  readonly phone: string | null;
  readonly language: Language | null;
};

export type Registered = {
  readonly onPortal: boolean;
  readonly phone: string | null;
  readonly language: Language;
};

export type Reached = Registered & { readonly sms: boolean };

export const noWishes: ContactWishes = { channel: null, sms: true, phone: null, language: null };

/** How she is reached. A wish cannot put her on the portal: without it her letters are paper whatever she wishes. */
export function reachedBy(registered: Registered, wishes: ContactWishes): Reached {
  return {
    onPortal: registered.onPortal && wishes.channel !== 'paper',
    phone: wishes.phone ?? registered.phone,
    language: wishes.language ?? registered.language,
    sms: wishes.sms,
  };
}

/**
 * A telephone number as it is written by people, in international form: eight digits are Norwegian (+47); "00" and "+"
 * begin a country's number of 8-15 digits (ITU-T E.164). Undefined when it is neither.
 */
export function parsePhone(text: string): string | undefined {
  const plain = text.replace(/[\s().-]/g, '').replace(/^00/, '+');
  if (/^[2-9]\d{7}$/.test(plain)) return `+47${plain}`;
  return /^\+[1-9]\d{7,14}$/.test(plain) ? plain : undefined;
}
