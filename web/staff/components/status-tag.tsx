import { Tag } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** neutral: nothing to do · info: on its way · success: done well · warning: needs attention · danger: late or failed. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A status in words; the colour only repeats what the words say. */
export function StatusTag(props: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <Tag data-color={props.tone ?? 'neutral'}>{props.children}</Tag>;
}
