import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../text.tsx';
import { SavedFilters } from './saved-filters.tsx';

/**
 * The one h1 of a page. Sets the window's title and takes the focus when the page is opened, so that a screen reader
 * says where one has come. `children` are the page's actions, one of them primary at most.
 */
export function PageHeading(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { text } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${text.shell.product}`;
  }, [props.title, text]);
  useEffect(() => {
    // Not on the first page of a visit: there the browser's own order begins at the skip link.
    if (window.history.state?.__TSR_index > 0) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="page-heading">
      <div>
        <Heading level={1} data-size="sm" tabIndex={-1} ref={heading}>
          {props.title}
        </Heading>
        {props.lead ? <Paragraph className="lead">{props.lead}</Paragraph> : null}
        <SavedFilters />
      </div>
      {props.children ? <div className="page-actions no-print">{props.children}</div> : null}
    </header>
  );
}
