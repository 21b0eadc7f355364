import type { LetterBlock } from '#core/messaging/letter';

/** A letter's blocks as they stand on paper; its page break is a rule on the page. */
export function LetterWords({ blocks }: { readonly blocks: readonly LetterBlock[] }) {
  const shown = beforeFacts(blocks);
  return shown.map((block) => <Block key={JSON.stringify(block)} block={block} />);
}

/** The fact sheet on the letter's later pages is in the PDF. */
function beforeFacts(blocks: readonly LetterBlock[]): readonly LetterBlock[] {
  const end = blocks.findIndex((block) => block.kind === 'page');
  return end < 0 ? blocks : blocks.slice(0, end);
}

function Block({ block }: { readonly block: LetterBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'small':
      return (
        <p>
          <small>{block.text}</small>
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <dl className="facts">
          {block.rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <strong>{value}</strong>
              </dd>
            </div>
          ))}
        </dl>
      );
    default:
      return null;
  }
}
