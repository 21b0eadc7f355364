import type { Flow } from '#core/protocols/flow';
import './flow.css';

const LINE = 17;
const PAD = 12;

/**
 * The drawn flow of one arm of a reading protocol. What only some cases come to has a dashed border and its condition in the
 * box; boxes between bars all happen, of those under a diamond one does. `title` says where the same stands in words.
 */
export function FlowChart({ flow, title }: { readonly flow: Flow; readonly title: string }) {
  return (
    <svg className="flow" viewBox={`0 0 ${flow.width} ${flow.height}`} width={flow.width} role="img" aria-label={title}>
      <defs>
        <marker id="flow-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path className="flow-tip" d="M0 0 8 4 0 8Z" />
        </marker>
      </defs>
      {flow.arrows.map((arrow) => (
        <line
          key={`${arrow.x1},${arrow.y1},${arrow.x2},${arrow.y2}`}
          className="flow-arrow"
          {...arrow}
          markerEnd="url(#flow-tip)"
        />
      ))}
      {flow.forks.map(({ kind, x, y, width, height }) =>
        kind === 'all' ? (
          <rect key={y} className="flow-bar" x={x - width / 2} y={y} width={width} height={height} />
        ) : (
          <path
            key={y}
            className="flow-diamond"
            d={`M${x} ${y} ${x + width / 2} ${y + height / 2} ${x} ${y + height} ${x - width / 2} ${y + height / 2}Z`}
          />
        ),
      )}
      {flow.words.map(({ x, y, text }) => (
        <text key={`${x},${y}`} className="flow-between" x={x} y={y + 4}>
          {text}
        </text>
      ))}
      {flow.boxes.map((box) => (
        <g key={`${box.x},${box.y}`}>
          <rect
            className={`flow-box flow-${box.kind}`}
            data-conditional={box.conditional}
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            rx={box.kind === 'end' ? 18 : 4}
          />
          {[...box.condition, ...box.lines].map((line, i) => (
            <text
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a box have no other name
              key={i}
              className={i < box.condition.length ? 'flow-condition' : undefined}
              x={box.x + PAD}
              y={box.y + PAD + i * LINE + LINE - 5}
            >
              {line}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}
