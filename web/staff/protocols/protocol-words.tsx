import type { showProtocol } from '#contracts/protocols';
import type { OutputOf } from '#contracts/endpoint';
import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

export type ShownProtocol = OutputOf<typeof showProtocol>;
type Title = ShownProtocol['title'];

const tones: Readonly<Record<ShownProtocol['standing'], Tone>> = {
  worked: 'neutral',
  draft: 'warning',
  approved: 'success',
  retired: 'neutral',
};

export function StandingTag({ standing }: { readonly standing: ShownProtocol['standing'] }) {
  const { text } = useText();
  return <StatusTag tone={tones[standing]}>{text.protocols.standings[standing]}</StatusTag>;
}

/** A worked protocol has its title in three languages, a draft in the one it was written in. */
export function titleIn(title: Title, language: 'nb' | 'nn' | 'en'): string {
  return typeof title === 'string' ? title : title[language];
}

export function addressOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `/protocols/${id}/${encodeURIComponent(version)}`;
}
