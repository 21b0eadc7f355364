import type { Mark } from '#core/ai/mark';
import { useText } from '../text.tsx';
import { MarkShape } from './mark-shape.tsx';

/** Hung as radiologists hang them: right beside left, CC over MLO, backs together. */
const hanging = ['RCC', 'LCC', 'RMLO', 'LMLO'] as const;
const outline = {
  CC: 'M100,18 C42,18 14,58 14,90 C14,122 42,162 100,162 Z',
  MLO: 'M100,6 L74,6 C50,40 12,74 16,112 C20,146 62,160 100,172 Z',
} as const;

type TakenView = { readonly view: (typeof hanging)[number]; readonly taken: boolean; readonly reason?: string | null };

/**
 * The place of the images until they come from the archive: which views were taken, why one is missing, and where a machine
 * has marked something, when that is shown.
 */
export function ImagePlace({
  views,
  marks = [],
}: {
  readonly views: readonly TakenView[];
  readonly marks?: readonly Mark[];
}) {
  const { text } = useText();
  const viewOf = (name: (typeof hanging)[number]) => views.find((v) => v.view === name);
  return (
    <section className="image-place" aria-label={text.reading.imagesTitle}>
      <div className="hanging">
        {hanging.map((name) => {
          const view = viewOf(name);
          const missing = view !== undefined && !view.taken;
          const label = missing
            ? text.reading.viewMissing(text.reading.views[name], view.reason ?? '')
            : text.reading.views[name];
          return (
            <figure key={name} data-missing={missing}>
              <svg viewBox="0 0 100 180" aria-hidden="true" data-mirrored={name.startsWith('L')}>
                <path d={name.endsWith('CC') ? outline.CC : outline.MLO} />
                {marks.map((mark, i) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a case never change their order
                  mark.view === name ? <MarkShape key={i} mark={mark} /> : null,
                )}
              </svg>
              <figcaption>{label}</figcaption>
            </figure>
          );
        })}
      </div>
      <p className="later">{text.reading.imagesLater}</p>
    </section>
  );
}
