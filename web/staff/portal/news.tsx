import { Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { putBack, readNews, withdrawNews, type Portal } from '#contracts/portal';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useUndo } from '../components/use-undo.ts';
import { useText } from '../text.tsx';
import { useCentreName } from './audience.tsx';

type Piece = Portal['news'][number];

/** News, the newest first; what must be read asks for it until it is said to be read. */
export function News(props: { readonly news: readonly Piece[]; readonly isOffice: boolean }) {
  const { text } = useText();
  const words = text.portal;
  return (
    <div className="stack">
      <Heading level={2} data-size="xs">
        {words.news}
      </Heading>
      {props.news.length === 0 ? <Paragraph>{words.noNews}</Paragraph> : null}
      {props.news.map((piece) => (
        <Article key={piece.newsId} piece={piece} isOffice={props.isOffice} />
      ))}
    </div>
  );
}

function Article({ piece, isOffice }: { readonly piece: Piece; readonly isOffice: boolean }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.portal;
  const nameOf = useCentreName();
  const read = useSend(readNews);
  const withdraw = useSend(withdrawNews);
  const undo = useUndo(putBack, () => words.putBack);
  const toast = useToast();
  const { newsId, readers } = piece;
  // The piece is gone from the page by then, so that what is bound to it is not told.
  const taken = () => toast({ text: words.withdrawn, undo: () => undo({ kind: 'news', id: newsId }) });
  return (
    <Card asChild>
      <article className="stack">
        <Heading level={3} data-size="2xs">
          {piece.title} {piece.mustRead && !piece.read ? <StatusTag tone="warning">{words.mustRead}</StatusTag> : null}
        </Heading>
        <Paragraph className="written-text">{piece.body}</Paragraph>
        <Paragraph data-size="sm" className="quiet">
          {words.published(formatDate(piece.publishedOn), piece.publishedBy)}
          {piece.centreId ? ` · ${words.forCentre(nameOf(piece.centreId))}` : ''}
          {readers && piece.mustRead ? ` · ${words.readers(formatNumber(readers.read), formatNumber(readers.of))}` : ''}
        </Paragraph>
        <ErrorBox error={read.error ?? withdraw.error} />
        {isOffice ? (
          <div>
            <Button
              className="no-print"
              variant="tertiary"
              data-size="sm"
              disabled={withdraw.isPending}
              onClick={() => void withdraw.mutateAsync({ newsId }).then(taken, () => {})}
            >
              {words.withdraw}
              <span className="visually-hidden">: {piece.title}</span>
            </Button>
          </div>
        ) : null}
        {!isOffice && piece.mustRead ? (
          piece.read ? (
            <Paragraph data-size="sm">{words.readAlready}</Paragraph>
          ) : (
            <div>
              <Button
                className="no-print"
                variant="secondary"
                data-size="sm"
                disabled={read.isPending}
                onClick={() => read.mutate({ newsId })}
              >
                {words.haveRead}
                <span className="visually-hidden">: {piece.title}</span>
              </Button>
            </div>
          )
        ) : null}
      </article>
    </Card>
  );
}
