import { useText } from '../text.tsx';

/** Hung as radiologists hang them: right beside left, CC over MLO, backs together. */
const hanging = ['RCC', 'LCC', 'RMLO', 'LMLO'] as const;
const outline = {
  CC: 'M100,18 C42,18 14,58 14,90 C14,122 42,162 100,162 Z',
  MLO: 'M100,6 L74,6 C50,40 12,74 16,112 C20,146 62,160 100,172 Z',
} as const;

type TakenView = { readonly view: (typeof hanging)[number]; readonly taken: boolean; readonly reason?: string | null };

/** The place of the images until they come from the archive: which views were taken, and why one is missing. */
export function ImagePlace({ views }: { readonly views: readonly TakenView[] }) {
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
