/**
 * The list and the journal as they lie on the device: one record in IndexedDB, sealed with AES-GCM under a key from the
 * code that the radiographer chose (PBKDF2-HMAC-SHA256, 600,000 rounds: OWASP Password Storage Cheat Sheet). Open to see
 * are only the unit, until when the list may lie here, and how many women are entered.
 */
import type { OfflineList } from '#contracts/examination-entries';
import type { Journal } from './journal.ts';

/** The list, and who is entering: at first the one who took it along. */
export type List = OfflineList & { readonly by: string };
export type Label = {
  readonly unitName: string;
  /** Milliseconds since 1970 by the device's clock. */
  readonly expires: number;
  readonly unsent: number;
  readonly hasList: boolean;
};
/** What is open while one works. */
export type Opened = { readonly key: CryptoKey; readonly list: List | null; readonly journal: Journal };

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer };
type Stored = {
  readonly unitName: string;
  readonly expires: number;
  readonly unsent: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly list: Sealed | null;
  readonly journal: Sealed;
};

const ROUNDS = 600_000;
const DATABASE = 'runde-offline';
const STORE = 'day';
const KEY = 'now';

/** What lies here, without opening it; undefined when nothing does. A list past its time is erased, what was entered stays. */
export async function look(now: number): Promise<Label | undefined> {
  const stored = await read();
  if (!stored) return undefined;
  if (stored.expires > now || stored.list === null) return labelOf(stored);
  if (stored.unsent === 0) {
    await erase();
    return undefined;
  }
  const emptied = { ...stored, list: null };
  await write(emptied);
  return labelOf(emptied);
}

const labelOf = ({ unitName, expires, unsent, list }: Stored): Label => ({
  unitName,
  expires,
  unsent,
  hasList: list !== null,
});

/** Puts a list away under a code. What lay here before is replaced. */
export async function putAway(code: string, list: List, expires: number): Promise<Opened> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await keyOf(code, salt);
  const journal: Journal = [];
  await write({
    unitName: list.unitName,
    expires,
    unsent: 0,
    salt,
    list: await seal(key, list),
    journal: await seal(key, journal),
  });
  // Asks the browser not to throw it away when the disk is full; it may say no.
  await navigator.storage?.persist?.();
  return { key, list, journal };
}

/** Opens what lies here; undefined when the code is wrong. */
export async function open(code: string): Promise<Opened | undefined> {
  const stored = await read();
  if (!stored) return undefined;
  const key = await keyOf(code, stored.salt);
  try {
    const journal = (await unseal(key, stored.journal)) as Journal;
    return { key, list: stored.list ? ((await unseal(key, stored.list)) as List) : null, journal };
  } catch {
    // AES-GCM says no when the key is not the one.
    return undefined;
  }
}

/**
 * Changes the journal as it lies on the device, which another tab may have changed since this one read it. Throws when
 * nothing lies here under this key any more, or when the disk does not take it: then nothing is kept.
 */
export function changeJournal(key: CryptoKey, change: (journal: Journal) => Journal): Promise<Journal> {
  return changeStored(async (stored) => {
    const journal = change((await unseal(key, stored.journal)) as Journal);
    await write({ ...stored, unsent: journal.length, journal: await seal(key, journal) });
    return journal;
  });
}

/** As `changeJournal`, for what has been sent: when nothing is left to send, all is erased. */
export function letGo(key: CryptoKey, change: (journal: Journal) => Journal): Promise<Journal> {
  return changeStored(async (stored) => {
    const left = change((await unseal(key, stored.journal)) as Journal);
    if (left.length > 0) await write({ ...stored, unsent: left.length, journal: await seal(key, left) });
    else await erase();
    return left;
  });
}

/** Keeps who is entering, so that it is the same when the page is opened again. */
export function changeWho(key: CryptoKey, by: string): Promise<void> {
  return changeStored(async (stored) => {
    if (!stored.list) return;
    const list = (await unseal(key, stored.list)) as List;
    await write({ ...stored, list: await seal(key, { ...list, by }) });
  });
}

/** One tab at a time reads and writes. */
function changeStored<T>(work: (stored: Stored) => Promise<T>): Promise<T> {
  return navigator.locks.request(DATABASE, async () => {
    const stored = await read();
    if (!stored) throw new Error('nothing lies on this device any more');
    return work(stored);
  });
}

export async function erase(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(KEY));
}

async function keyOf(code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key,
    new TextEncoder().encode(JSON.stringify(value)),
  );
  return { iv, data };
}

async function unseal(key: CryptoKey, { iv, data }: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data)));
}

const read = (): Promise<Stored | undefined> => inStore('readonly', (store) => store.get(KEY));
const write = (stored: Stored): Promise<unknown> => inStore('readwrite', (store) => store.put(stored, KEY));

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      // Only when the transaction has ended does it lie on the disk.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}
