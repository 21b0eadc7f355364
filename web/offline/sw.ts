/**
 * Keeps the page for work without network, and nothing else: no answer of the service is ever kept here. The page tells
 * it which files it has loaded (`keep`), so that page and files are of one build.
 */
type Waits = Event & { waitUntil(work: Promise<unknown>): void };
type Asks = Waits & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Says = Waits & { readonly data: { readonly keep: readonly string[] }; readonly ports: readonly MessagePort[] };
type Worker = {
  readonly location: Location;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(kind: 'install' | 'activate', listen: (event: Waits) => void): void;
  addEventListener(kind: 'message', listen: (event: Says) => void): void;
  addEventListener(kind: 'fetch', listen: (event: Asks) => void): void;
};

const worker = self as unknown as Worker;
const KEPT = 'runde-offline';
const PAGE = '/offline/';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
  const answer = (kept: boolean) => event.ports[0]?.postMessage(kept);
  event.waitUntil(
    keep(event.data.keep).then(
      () => answer(true),
      () => answer(false),
    ),
  );
});

async function keep(files: readonly string[]): Promise<void> {
  await caches.delete(KEPT);
  const cache = await caches.open(KEPT);
  await cache.addAll([PAGE, ...files]);
}

worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== worker.location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(fetch(event.request).catch(() => kept(PAGE)));
  // Named by their content: what is kept is what would come.
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(pathname).catch(() => fetch(event.request)));
});

async function kept(path: string): Promise<Response> {
  const found = await (await caches.open(KEPT)).match(path);
  if (!found) throw new Error(`${path} is not kept`);
  return found;
}
