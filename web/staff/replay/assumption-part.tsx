import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReplayAnswer, ReplayArmView } from '#contracts/replay';
import { labelOf, namingOf } from '#core/protocols/words';
import { replayAssumptions as en } from '#web/text/en/replay-assumptions';
import { replayAssumptions as nb } from '#web/text/nb/replay-assumptions';
import { replayAssumptions as nn } from '#web/text/nn/replay-assumptions';
import { useText } from '../text.tsx';
import { countWords, titleOf } from './replay-words.ts';

const assumed = { nb, nn, en };

/** What each result takes for granted, in words, with how many examinations it touches. */
export function AssumptionPart({ answer }: { readonly answer: ReplayAnswer }) {
  const tools = useText();
  const words = tools.text.replay;
  return (
    <section>
      <Heading level={2} data-size="xs">
        {words.assumed}
      </Heading>
      <Paragraph>{words.assumedLead}</Paragraph>
      {answer.arms.map((arm) => (
        <section key={arm.id} className="replay-assumed">
          <Heading level={3} data-size="2xs">
            {titleOf(tools, arm)}
          </Heading>
          {arm.source ? (
            <p className="table-note" lang="en">
              {arm.source}
            </p>
          ) : null}
          <OfArm arm={arm} product={answer.product} />
        </section>
      ))}
    </section>
  );
}

function OfArm({ arm, product }: { readonly arm: ReplayArmView; readonly product: string }) {
  const tools = useText();
  const words = tools.text.replay;
  const naming = namingOf(arm.protocol, arm.arm, tools.text.protocolWords);
  const others = arm.models.filter((model) => model !== product);
  return (
    <ul>
      {others.length > 0 && product ? <li>{words.models(others.join(', '), product)}</li> : null}
      {arm.assumptions.map(({ what, count = 0, share = 0, steps = [] }) => (
        <li key={what}>
          {assumed[tools.written][what]({
            count: countWords(tools, count),
            share: tools.formatPercent(share, 0),
            steps: steps.map((step) => labelOf(step, naming)).join(', '),
          })}
        </li>
      ))}
      {arm.derived.map(({ name, recalls, screenDetected }) => (
        <li key={name}>{words.derived(name, countWords(tools, recalls), countWords(tools, screenDetected))}</li>
      ))}
    </ul>
  );
}
