import { Heading } from '@digdir/designsystemet-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { protocolRules, showProtocol, type ProtocolRules } from '#contracts/protocols';
import { parseProtocolText } from '#core/protocols/read-protocol';
import { usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { ArmColumns } from './arm-columns.tsx';
import { CheckPart } from './check-part.tsx';
import { CopyProtocol } from './copy-protocol.tsx';
import { EditDraft } from './edit-draft.tsx';
import { ProtocolFacts } from './protocol-facts.tsx';
import { type ShownProtocol, StandingTag, titleIn } from './protocol-words.tsx';
import { PutIntoUse } from './put-into-use.tsx';
import { VersionsPart } from './versions-part.tsx';
import './protocols.css';

/** One protocol: in words, drawn, checked, compared with its other versions; a draft is written here. */
export default function ProtocolPage() {
  const [id, version] = [usePathParam('id'), usePathParam('version')];
  const shown = useLoad(showProtocol, { id, version });
  const rules = useLoad(protocolRules, {});
  return (
    <Loaded query={shown}>
      {(data) => (
        <Loaded query={rules}>
          {/* A new page for each version and each edit: what was typed belongs to the one it was typed in. */}
          {(known) => <Content key={`${id} ${version} ${data.standing}`} shown={data} rules={known} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Content({ shown, rules }: { readonly shown: ShownProtocol; readonly rules: ProtocolRules }) {
  const { text, written } = useText();
  const { role } = useActor();
  const [typed, setTyped] = useState(() => JSON.stringify(shown.protocol, null, 2));
  const settled = useDeferredValue(typed);
  const read = useMemo(() => parseProtocolText(settled), [settled]);
  const [last, setLast] = useState(shown.protocol);
  if (read.ok && read.value !== last) setLast(read.value);
  const protocol = shown.standing === 'draft' ? last : shown.protocol;
  const mayWrite = role === 'office' || role === 'researcher' || role === 'administrator';
  const title = titleIn(shown.title, written);
  return (
    <div className="stack protocol">
      <PageHeading
        title={title}
        lead={
          <>
            <StandingTag standing={shown.standing} /> {text.protocols.version} {shown.version}
          </>
        }
      />
      {mayWrite && shown.standing === 'draft' ? (
        <EditDraft
          shown={shown}
          rules={rules}
          protocol={protocol}
          typed={typed}
          onType={setTyped}
          unreadable={read.ok ? [] : read.faults}
        />
      ) : null}
      {/* Beside what is being written, else where a reader comes to it. */}
      {shown.standing === 'draft' && read.ok ? <CheckPart protocol={protocol} rules={rules} /> : null}
      <ProtocolFacts shown={shown} protocol={protocol} />
      <ArmColumns protocol={protocol} />
      {shown.standing === 'draft' ? null : <CheckPart protocol={protocol} rules={rules} />}
      {role === 'office' && shown.standing === 'approved' ? <PutIntoUse shown={shown} rules={rules} /> : null}
      <VersionsPart shown={shown} protocol={protocol} />
      {mayWrite ? <CopyProtocol shown={shown} protocol={protocol} rules={rules} /> : null}
      <section>
        <Heading level={2} data-size="xs">
          {text.protocols.asJson}
        </Heading>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
        <pre className="json" tabIndex={0}>
          {JSON.stringify(protocol, null, 2)}
        </pre>
      </section>
    </div>
  );
}
