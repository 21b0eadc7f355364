import type { OfflineWoman } from '#contracts/examination-entries';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { type NotScreenedReason, notScreenedReasons } from '#core/examination/result';
import { Choice } from '../staff/examination/choice.tsx';
import { DraftFields } from '../staff/examination/draft-fields.tsx';
import { type Draft, emptyDraft, reportOf } from '../staff/examination/draft.ts';
import { DayNotes } from '../staff/examination/day-notes.tsx';
import { SaveDraft } from '../staff/examination/save-draft.tsx';
import { WillBe } from '../staff/examination/will-be.tsx';
import { useText } from '../staff/text.tsx';
import type { Done } from './journal.ts';
import type { List } from './vault.ts';

/** One woman's session without network: the same form and the same rule as with it. */
export function Woman(props: {
  readonly woman: OfflineWoman;
  readonly list: List;
  readonly onDone: (content: Done) => void;
  readonly onBack: () => void;
}) {
  const { woman, list } = props;
  const { text, formatDate, formatTime } = useText();
  const words = text.examination;
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [reason, setReason] = useState<NotScreenedReason | ''>('');
  const save = () => {
    const report = reportOf(draft);
    if (report) props.onDone({ kind: 'examined', modality: draft.modality ?? 'DM', ...report });
  };
  const lead = [`${text.common.born} ${formatDate(woman.birthDate)}`, formatTime(woman.at)];
  return (
    <div className="stack">
      <Heading level={1} data-size="sm">
        {words.formOf(woman.name)}
      </Heading>
      <Paragraph>{lead.join(' · ')}</Paragraph>
      <DayNotes woman={woman} />
      <Paragraph>{words.exceptionsOnly}</Paragraph>
      <DraftFields draft={draft} rules={list.rules} today={list.day} onChange={setDraft} />
      <div className="filters save-bar">
        <SaveDraft draft={draft} onSave={save} />
        <WillBe rules={list.rules} today={list.day} draft={draft} />
        <Button variant="tertiary" onClick={props.onBack}>
          {words.offline.back}
        </Button>
      </div>
      <div className="filters">
        <Choice
          label={words.notScreened}
          value={reason}
          words={{ '': text.common.no, ...words.notScreenedReasons }}
          only={['', ...notScreenedReasons]}
          onChange={setReason}
        />
        {reason === '' ? null : (
          <Button variant="secondary" onClick={() => props.onDone({ kind: 'not-screened', reason })}>
            {words.afterwards.saveNotScreened}
          </Button>
        )}
      </div>
    </div>
  );
}
