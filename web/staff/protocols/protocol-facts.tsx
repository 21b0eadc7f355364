import { conditionInWords, namingOf } from '#core/protocols/words';
import type { Protocol } from '#core/protocols/protocol';
import { useText } from '../text.tsx';
import type { ShownProtocol } from './protocol-words.tsx';

/** Where it comes from, what is not known, and how its arms are drawn. */
export function ProtocolFacts({ shown, protocol }: { readonly shown: ShownProtocol; readonly protocol: Protocol }) {
  const { text, written, formatDate, formatNumber } = useText();
  const words = text.protocols;
  const arms = Object.keys(protocol.arms);
  const [first = ''] = arms;
  const naming = namingOf(protocol, first, text.protocolWords);
  const ratio = protocol.ratio ?? {};
  const facts: readonly (readonly [string, string, string?])[] = [
    [words.source, shown.source || words.noSource, 'en'],
    ...(shown.notes ? [[words.notes, shown.notes[written]] as const] : []),
    [
      words.states[shown.standing],
      shown.by && shown.on ? words.byOn(shown.by, formatDate(shown.on)) : shown.on ? formatDate(shown.on) : '–',
    ],
    [words.unit, protocol.paired ? words.paired : arms.length > 1 ? words.units[protocol.unit] : words.oneArm],
    ...(protocol.ratio
      ? [[words.ratio, arms.map((arm) => `${arm} ${formatNumber(ratio[arm] ?? 0)}`).join(' : ')] as const]
      : []),
  ];
  const strategies = Object.entries(protocol.derived ?? {});
  return (
    <dl className="facts">
      {facts
        .filter(([name]) => name !== words.states.worked)
        .map(([name, value, lang]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang={value === shown.source ? lang : undefined}>{value}</dd>
          </div>
        ))}
      {strategies.length > 0 ? (
        <div>
          <dt>{words.strategies}</dt>
          <dd>
            <ul className="plain">
              {strategies.map(([name, expr]) => (
                <li key={name}>
                  <code>{name}</code>: {conditionInWords(expr, naming)}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
