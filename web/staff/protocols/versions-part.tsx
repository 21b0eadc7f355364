import { Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { diffInWords } from '#core/protocols/diff';
import type { Protocol } from '#core/protocols/protocol';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';
import { addressOf, type ShownProtocol, StandingTag } from './protocol-words.tsx';

/** The versions of this protocol, and what this one changes against another. */
export function VersionsPart({ shown, protocol }: { readonly shown: ShownProtocol; readonly protocol: Protocol }) {
  const { text } = useText();
  const words = text.protocols;
  const others = shown.versions.filter((one) => one.version !== shown.version);
  const before = shown.versions[shown.versions.findIndex((one) => one.version === shown.version) - 1];
  const [chosen, setChosen] = useState(before?.version ?? others[0]?.version ?? '');
  const other = others.find((one) => one.version === chosen);
  const changes = other ? diffInWords(other.protocol, protocol, text.protocolWords) : [];
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {words.versions}
      </Heading>
      {others.length === 0 ? <Paragraph>{words.noOther}</Paragraph> : null}
      {others.length > 0 ? (
        <>
          <ul className="plain">
            {shown.versions.map((one) => (
              <li key={one.version}>
                {one.version === shown.version ? (
                  <strong>
                    {words.version} {one.version}
                  </strong>
                ) : (
                  <PageLink to={addressOf({ id: shown.id, version: one.version })}>
                    {words.version} {one.version}
                  </PageLink>
                )}{' '}
                <StandingTag standing={one.standing} />
              </li>
            ))}
          </ul>
          <Field data-size="sm" className="no-print">
            <Label>{words.compareWith}</Label>
            <Select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
              {others.map((one) => (
                <option key={one.version} value={one.version}>
                  {one.version}
                </option>
              ))}
            </Select>
          </Field>
          {changes.length === 0 ? (
            <Paragraph>{words.noDifference}</Paragraph>
          ) : (
            <ul aria-label={`${words.compareWith} ${chosen}`}>
              {changes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </>
      ) : null}
    </section>
  );
}
