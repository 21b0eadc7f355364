import {
  Alert,
  Button,
  Dialog,
  Field,
  Heading,
  Label,
  List,
  Paragraph,
  Textarea,
  Textfield,
} from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { approveDraft, deleteDraft, saveDraft, type ProtocolRules } from '#contracts/protocols';
import { type FormFault, formFaultInWords } from '#core/protocols/form-fault';
import { formFaultsEn } from '#core/protocols/form-faults-en';
import { limitsIn, withLimit } from '#core/protocols/limits';
import type { Protocol, Step } from '#core/protocols/protocol';
import { verify } from '#core/protocols/verify';
import { namingOf, sentence, stepInWords } from '#core/protocols/words';
import { protocolForm as nb } from '#web/text/nb/protocol-form';
import { protocolForm as nn } from '#web/text/nn/protocol-form';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { type ShownProtocol, titleIn } from './protocol-words.tsx';

const formWords = { nb, nn, en: formFaultsEn };

/** A draft is changed by its limits or as text; everything on the page follows while one writes. */
export function EditDraft(props: {
  readonly shown: ShownProtocol;
  readonly rules: ProtocolRules;
  readonly protocol: Protocol;
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** Where the text is no protocol; none when it can be read. */
  readonly unreadable: readonly FormFault[];
}) {
  const { text, written } = useText();
  const words = text.protocols;
  const { shown, rules, protocol, typed, unreadable } = props;
  const [title, setTitle] = useState(titleIn(shown.title, written));
  const [source, setSource] = useState(shown.source);
  const [edit, setEdit] = useState(shown.edit ?? 1);
  const save = useSend(saveDraft);
  const toast = useToast();
  const named = { id: shown.id, version: shown.version };
  const keep = () =>
    save.mutate(
      { ...named, title, source, text: typed, edit },
      {
        onSuccess: (saved) => {
          setEdit(saved.edit);
          toast({ text: words.saved });
        },
      },
    );
  const changed = typed !== JSON.stringify(shown.protocol, null, 2) || title !== shown.title || source !== shown.source;
  const faultless = unreadable.length === 0 && verify(protocol, rules.policy).found.length === 0;
  return (
    <section className="stack no-print">
      <Heading level={2} data-size="xs">
        {words.edit}
      </Heading>
      <ErrorBox error={save.error} />
      <div className="draft-words">
        <Textfield
          data-size="sm"
          label={words.draftTitle}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textfield
          data-size="sm"
          label={words.source}
          value={source}
          maxLength={500}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </div>
      <Limits protocol={protocol} onChange={(next) => props.onType(JSON.stringify(next, null, 2))} />
      <Field data-size="sm">
        <Label>{words.text}</Label>
        <Field.Description>{words.textHelp}</Field.Description>
        <Textarea
          className="protocol-text"
          rows={16}
          spellCheck={false}
          value={typed}
          onChange={(event) => props.onType(event.currentTarget.value)}
        />
      </Field>
      {unreadable.length === 0 ? null : (
        <Alert data-color="danger">
          <Paragraph>{words.notReadable}</Paragraph>
          <List.Unordered>
            {unreadable.map((fault) => (
              <List.Item key={`${fault.at} ${fault.kind}`}>
                {fault.at ? (
                  <>
                    <code>{fault.at}</code>:{' '}
                  </>
                ) : null}
                {formFaultInWords(fault, formWords[written])}
              </List.Item>
            ))}
          </List.Unordered>
        </Alert>
      )}
      <div className="page-actions">
        <Button
          data-size="sm"
          variant={changed ? 'primary' : 'secondary'}
          disabled={save.isPending || unreadable.length > 0 || title.trim().length < 2}
          onClick={keep}
        >
          {words.save}
        </Button>
        <Approve named={named} edit={edit} ready={faultless && !changed} />
        <Delete named={named} />
      </div>
    </section>
  );
}

function Limits({ protocol, onChange }: { readonly protocol: Protocol; readonly onChange: (next: Protocol) => void }) {
  const { text } = useText();
  const words = text.protocols;
  const limits = limitsIn(protocol);
  if (limits.length === 0) return null;
  return (
    <fieldset className="limits">
      <legend>{words.limits}</legend>
      <Paragraph data-size="sm">{words.limitsLead}</Paragraph>
      {limits.map((limit) => {
        const step = protocol.arms[limit.arm]?.steps[limit.step] as Step;
        const said = sentence(stepInWords(step, namingOf(protocol, limit.arm, text.protocolWords)));
        return (
          <Textfield
            key={`${limit.arm} ${limit.step} ${limit.part} ${limit.at.join()}`}
            data-size="sm"
            type="number"
            step="any"
            label={words.limitOf(limit.arm, said)}
            value={limit.value}
            onChange={(event) => {
              const value = event.currentTarget.valueAsNumber;
              if (Number.isFinite(value)) onChange(withLimit(protocol, limit, value));
            }}
          />
        );
      })}
    </fieldset>
  );
}

type Named = { readonly id: string; readonly version: string };

function Approve({ named, edit, ready }: { readonly named: Named; readonly edit: number; readonly ready: boolean }) {
  const { text } = useText();
  const words = text.protocols;
  const dialog = useRef<HTMLDialogElement>(null);
  const send = useSend(approveDraft);
  const toast = useToast();
  if (useActor().role !== 'office') return null;
  const approve = () =>
    send.mutate(
      { ...named, edit },
      {
        onSuccess: () => {
          dialog.current?.close();
          toast({ text: words.approvedNow });
        },
      },
    );
  return (
    <>
      <Button
        data-size="sm"
        variant={ready ? 'primary' : 'secondary'}
        disabled={!ready}
        onClick={() => dialog.current?.showModal()}
      >
        {words.approve}
      </Button>
      <Dialog ref={dialog}>
        <div className="stack">
          <Heading level={2} data-size="xs">
            {words.approveConfirm}
          </Heading>
          <ErrorBox error={send.error} />
          <div className="page-actions">
            <Button disabled={send.isPending} onClick={approve}>
              {words.approve}
            </Button>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              {words.cancel}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

function Delete({ named }: { readonly named: Named }) {
  const { text } = useText();
  const words = text.protocols;
  const send = useSend(deleteDraft);
  const toast = useToast();
  const navigate = useNavigate();
  const remove = () =>
    send.mutate(named, {
      onSuccess: () => {
        toast({ text: words.deleted });
        void navigate({ to: '/protocols' });
      },
    });
  return (
    <>
      <Button data-size="sm" variant="tertiary" disabled={send.isPending} onClick={remove}>
        {words.deleteDraft}
      </Button>
      <ErrorBox error={send.error} />
    </>
  );
}
