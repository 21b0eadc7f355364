import { useEffect } from 'react';

/**
 * The channel to an image viewer in another window of the same browser, called `runde.viewer`. We say which case is open;
 * the viewer may ask (`ping`), and may send on a key pressed there, so that opinions are given from either window. A viewer
 * gets the images by the case's number, with the rights of whoever is signed in.
 */
type ToViewer = { readonly kind: 'open'; readonly caseId: string } | { readonly kind: 'closed' };
type FromViewer = { readonly kind: 'ping' } | { readonly kind: 'key'; readonly key: string };

export function useViewerChannel(caseId: string | undefined): void {
  useEffect(() => {
    const channel = new BroadcastChannel('runde.viewer');
    const tell = () => channel.postMessage((caseId ? { kind: 'open', caseId } : { kind: 'closed' }) satisfies ToViewer);
    channel.onmessage = ({ data }: MessageEvent<FromViewer>) => {
      if (data?.kind === 'ping') tell();
      if (data?.kind === 'key') window.dispatchEvent(new KeyboardEvent('keydown', { key: String(data.key) }));
    };
    tell();
    return () => {
      channel.postMessage({ kind: 'closed' } satisfies ToViewer);
      channel.close();
    };
  }, [caseId]);
}
