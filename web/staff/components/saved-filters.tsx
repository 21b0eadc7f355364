import { Button, Dialog, Heading, Link as DesignLink } from '@digdir/designsystemet-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { savedFilters } from '#contracts/saved-filters';
import { useLoad } from '../api.ts';
import { useCurrentPage } from '../current-page.ts';
import { useText } from '../text.tsx';
import { addressOf, keptPart } from './kept-part.ts';
import { KeptFilter } from './kept-filter.tsx';
import { SaveFilterForm } from './save-filter-form.tsx';

/**
 * Her filters of the page by name, under its heading: links to choose by, and a way to keep the one that is on. Nothing
 * is shown where there is nothing to keep. A page without a filter in its address opens with her default one.
 */
export function SavedFilters() {
  const page = useCurrentPage();
  return page?.keepsFilters ? <OfPage path={page.path} /> : null;
}

function OfPage({ path }: { readonly path: string }) {
  const { text } = useText();
  const words = text.shell.savedFilters;
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const now = keptPart(search);
  const { data } = useLoad(savedFilters, {});
  const kept = data?.filters.filter((one) => one.page === path);
  const dialog = useRef<HTMLDialogElement>(null);
  useDefault(kept?.find((one) => one.isDefault)?.search, Object.keys(search).length === 0);
  if (!kept || (kept.length === 0 && now === '')) return null;
  const isKept = kept.some((one) => one.search === now);
  return (
    <div className="saved-filters no-print">
      {kept.length > 0 ? (
        <nav aria-label={words.title}>
          <ul>
            {[{ filterId: 'none', name: words.everything, search: '' }, ...kept].map((one) => (
              <li key={one.filterId}>
                <DesignLink asChild data-size="sm">
                  <Link
                    to={path}
                    search={addressOf(one.search) as never}
                    activeOptions={{ exact: true }}
                    activeProps={{ 'aria-current': undefined }}
                    {...(one.search === now ? { 'aria-current': 'true' as const } : {})}
                  >
                    {one.name}
                  </Link>
                </DesignLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <Button variant="tertiary" data-size="sm" onClick={() => dialog.current?.showModal()}>
        {now !== '' && !isKept ? words.keep : words.arrange}
      </Button>
      <Dialog ref={dialog} closeButton={text.common.close} aria-label={words.title} className="saved-filters-dialog">
        <Heading level={2} data-size="xs">
          {words.title}
        </Heading>
        {now !== '' && !isKept ? <SaveFilterForm page={path} search={now} /> : null}
        {kept.length > 0 ? (
          <ul>
            {kept.map((one) => (
              <KeptFilter key={one.filterId} filter={one} />
            ))}
          </ul>
        ) : null}
      </Dialog>
    </div>
  );
}

/** Once, when the page is opened: what she does afterwards on the page stands, "everything" too. */
function useDefault(search: string | undefined, bare: boolean): void {
  const navigate = useNavigate();
  const opened = useRef(bare);
  useEffect(() => {
    if (!opened.current || search === undefined) return;
    opened.current = false;
    if (bare) void navigate({ to: '.', search: addressOf(search) as never, replace: true });
  }, [search, bare, navigate]);
}
