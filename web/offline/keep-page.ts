/**
 * Makes this very page, with the files it has loaded, open without network. False where the browser has no service worker
 * (then the open tab still works).
 */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/offline/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    return active ? await askToKeep(active) : false;
  } catch {
    return false;
  }
}

function askToKeep(worker: ServiceWorker): Promise<boolean> {
  const files = performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin && url.pathname.startsWith('/assets/'))
    .map((url) => url.pathname);
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => resolve(data === true);
    worker.postMessage({ keep: [...new Set(files)] }, [channel.port2]);
  });
}
