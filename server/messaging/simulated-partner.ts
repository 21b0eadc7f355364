/**
 * The digital post service and the SMS gateway of the demo and the tests: a real HTTP server that remembers what it got
 * in a file (a line a request, on disk before the answer), so that what it counts survives a crash of either side. What
 * it answers is decided by the seed, the key and how often the key has been tried: the same run gets the same answers.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type FileHandle, open, readFile, truncate } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { addDays, type Day, parseDay } from '#core/kernel/day';
import { random } from '#core/kernel/random';

export type SimulatedPartnerOptions = {
  /** Where what was received is written, a JSON object a line. */
  readonly file: string;
  readonly seed: number;
  readonly port?: number;
  /** Share of women who are not on the portal after all. */
  readonly notOnPortal?: number;
  /** Share of tries that get a 503. */
  readonly unavailable?: number;
  /** Share of tries that are received but never answered. */
  readonly silent?: number;
  /** Share of letters that are never opened; the others are opened within four days. */
  readonly neverOpened?: number;
};

type Received = {
  readonly way: 'digital' | 'sms';
  readonly key: string;
  readonly reference: string;
  readonly sentOn: Day;
  readonly answer: 'accepted' | 'refused' | 'unavailable' | 'silent';
  /** Receiver's number (sms only) and text, for the page that shows the demo's telephone. */
  readonly to?: string;
  readonly text?: string;
  readonly sha256?: string;
};

export type SimulatedPartner = {
  readonly url: string;
  /** All that came, in order, duplicates included. */
  received(): readonly Received[];
  /** How many tries each key had, and which keys were taken: a key is delivered once however often it came. */
  tries(): ReadonlyMap<string, number>;
  delivered(): ReadonlySet<string>;
  close(): Promise<void>;
};

const body = z.object({
  key: z.string().min(1),
  reference: z.string(),
  sentOn: z.custom<Day>((text) => typeof text === 'string' && parseDay(text) !== undefined, 'expected a day'),
  identityNumber: z.string().optional(),
  pdf: z.string().optional(),
  sha256: z.string().optional(),
  to: z.string().optional(),
  text: z.string().optional(),
});

/** Starts the partner and reads what it got earlier from its file. */
export async function startSimulatedPartner(options: SimulatedPartnerOptions): Promise<SimulatedPartner> {
  const log = await readLog(options.file);
  const tries = new Map<string, number>();
  const answers = new Map<string, Received>();
  for (const line of log) remember(line, tries, answers);
  const file = await open(options.file, 'a');
  const write = durableWriter(file);
  const state = { options, log, tries, answers, write };
  const server = createServer((request, response) => {
    handle(state, request, response).catch((error) => answer(response, 400, { reason: String(error) }));
  });
  await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => log,
    tries: () => tries,
    delivered: () => new Set([...answers.values()].filter((a) => a.answer === 'accepted').map((a) => a.key)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await write.done();
      await file.close();
    },
  };
}

type State = {
  readonly options: SimulatedPartnerOptions;
  readonly log: Received[];
  readonly tries: Map<string, number>;
  readonly answers: Map<string, Received>;
  readonly write: ReturnType<typeof durableWriter>;
};

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://partner');
  if (request.method === 'GET' && url.pathname === '/opened') {
    const day = parseDay(url.searchParams.get('day') ?? '');
    if (!day) return answer(response, 400, { reason: 'expected ?day=YYYY-MM-DD' });
    return answer(response, 200, { opened: openedOn(state, day) });
  }
  if (request.method !== 'POST' || !['/letters', '/messages'].includes(url.pathname)) {
    return answer(response, 404, { reason: 'POST /letters, POST /messages or GET /opened' });
  }
  const way = url.pathname === '/letters' ? 'digital' : 'sms';
  await receive(state, way, body.parse(JSON.parse(await textOf(request))), response);
}

async function receive(
  state: State,
  way: Received['way'],
  sent: z.infer<typeof body>,
  response: ServerResponse,
): Promise<void> {
  const earlier = state.answers.get(sent.key);
  const line: Received = {
    way,
    key: sent.key,
    reference: sent.reference,
    sentOn: sent.sentOn,
    answer: earlier ? earlier.answer : decide(state, way, sent),
    ...(sent.to ? { to: sent.to } : {}),
    ...(sent.text ? { text: sent.text } : {}),
    ...(sent.sha256 ? { sha256: sent.sha256 } : {}),
  };
  await state.write.line(JSON.stringify(line));
  state.log.push(line);
  remember(line, state.tries, state.answers);
  if (line.answer === 'accepted') return answer(response, 202, { received: line.key, again: earlier !== undefined });
  if (line.answer === 'refused') return answer(response, 422, { reason: 'not-on-portal' });
  if (line.answer === 'unavailable') return answer(response, 503, { reason: 'try again' });
  // Silent: it was received, but the answer is lost on the way.
}

function decide({ options, tries }: State, way: Received['way'], sent: z.infer<typeof body>): Received['answer'] {
  const draw = random(options.seed, 'try', sent.key, tries.get(sent.key) ?? 0);
  if (draw.next() < (options.unavailable ?? 0)) return 'unavailable';
  if (draw.next() < (options.silent ?? 0)) return 'silent';
  if (way === 'sms') return 'accepted';
  const notThere = random(options.seed, 'portal', sent.identityNumber ?? '').next() < (options.notOnPortal ?? 0);
  return notThere ? 'refused' : 'accepted';
}

/** A final answer is kept: the same key gets it again. A silent try was taken, so the next one hears "accepted". */
function remember(line: Received, tries: Map<string, number>, answers: Map<string, Received>): void {
  tries.set(line.key, (tries.get(line.key) ?? 0) + 1);
  if (line.answer === 'unavailable' || answers.has(line.key)) return;
  answers.set(line.key, line.answer === 'silent' ? { ...line, answer: 'accepted' } : line);
}

function openedOn({ options, answers }: State, day: Day) {
  const letters = [...answers.values()].filter((line) => line.way === 'digital' && line.answer === 'accepted');
  const opened = letters.filter((line) => {
    const draw = random(options.seed, 'opens', line.key);
    return draw.next() >= (options.neverOpened ?? 0) && addDays(line.sentOn, Math.floor(draw.next() * 4)) === day;
  });
  return opened.map(({ key, reference }) => ({ key, reference }));
}

/** Writes lines and waits until they are on disk; those that come while it waits share the next flush. */
function durableWriter(file: FileHandle) {
  let queued = '';
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const flush = async () => {
    const text = queued;
    [queued, next] = ['', undefined];
    await file.appendFile(text);
    await file.datasync();
  };
  const line = (text: string): Promise<void> => {
    queued += `${text}\n`;
    if (!next) {
      next = last.then(flush);
      last = next;
    }
    return next;
  };
  return { line, done: () => last };
}

async function readLog(file: string): Promise<Received[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  // A last line without its end was being written when the machine stopped; its sender had no answer.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole));
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Received);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
