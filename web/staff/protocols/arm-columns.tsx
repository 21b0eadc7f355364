import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { FlowChart } from '#web/charts/flow.tsx';
import { bandsInWords } from '#core/protocols/bands-in-words';
import { flowOf } from '#core/protocols/flow';
import type { Protocol } from '#core/protocols/protocol';
import { stepsInWords } from '#core/protocols/words';
import { useText } from '../text.tsx';

/** The arms side by side: who reads first in each band, each step in words, and the flow. */
export function ArmColumns({ protocol }: { readonly protocol: Protocol }) {
  const { text } = useText();
  const arms = Object.keys(protocol.arms);
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {text.protocols.inWords}
      </Heading>
      <div className="arms" data-arms={arms.length}>
        {arms.map((arm) => (
          <Arm key={arm} protocol={protocol} arm={arm} />
        ))}
      </div>
      <Heading level={2} data-size="xs">
        {text.protocols.flow}
      </Heading>
      <div className="arms" data-arms={arms.length}>
        {arms.map((arm) => (
          <Flow key={arm} protocol={protocol} arm={arm} />
        ))}
      </div>
    </section>
  );
}

function Arm({ protocol, arm }: { readonly protocol: Protocol; readonly arm: string }) {
  const { text } = useText();
  const words = text.protocols;
  const bands = bandsInWords(protocol, arm, text.protocolWords);
  const modality = protocol.arms[arm]?.modality;
  return (
    <section className="arm">
      <Heading level={3} data-size="2xs">
        {words.arm} {arm}
      </Heading>
      {modality ? (
        <Paragraph data-size="sm">
          {words.modality}: {words.modalities[modality]}
        </Paragraph>
      ) : null}
      {bands.length > 0 ? (
        <>
          <Heading level={4} data-size="2xs">
            {words.bands}
          </Heading>
          <ul>
            {bands.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Heading level={4} data-size="2xs">
        {words.steps}
      </Heading>
      <ol>
        {stepsInWords(protocol, arm, text.protocolWords).map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <li key={i}>{line}</li>
        ))}
      </ol>
    </section>
  );
}

function Flow({ protocol, arm }: { readonly protocol: Protocol; readonly arm: string }) {
  const { text } = useText();
  const words = text.protocols;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <figure className="flow-figure" tabIndex={0} aria-label={words.flowOf(arm)}>
      <figcaption>
        {words.arm} {arm}
      </figcaption>
      <FlowChart flow={flowOf(protocol, arm, text.protocolWords)} title={words.flowOf(arm)} />
    </figure>
  );
}
