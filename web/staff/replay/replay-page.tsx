import { Button, Checkbox, Fieldset, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { listReplayChoices, startReplay, type ReplayChoices } from '#contracts/replay';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Choice } from '../quality/scope-filters.tsx';
import { useText } from '../text.tsx';
import { RunList } from './run-list.tsx';
import './replay.css';

/** What shall be tried, and what has been. */
export default function ReplayPage() {
  const { text } = useText();
  const choices = useLoad(listReplayChoices, {});
  return (
    <>
      <PageHeading title={text.replay.title} lead={text.replay.lead} />
      <Loaded query={choices}>
        {(data) => (
          <div className="stack">
            {data.snapshots.length > 0 ? <Question choices={data} /> : <Paragraph>{text.replay.noSnapshot}</Paragraph>}
            <RunList choices={data} />
          </div>
        )}
      </Loaded>
    </>
  );
}

const kinds = ['approved', 'draft', 'worked'] as const;

function Question({ choices }: { readonly choices: ReplayChoices }) {
  const { text, written, formatDate, formatNumber } = useText();
  const words = text.replay;
  const navigate = useNavigate();
  const start = useSend(startReplay);
  const [snapshot, setSnapshot] = useState(choices.snapshots[0]?.id ?? '');
  const [reference, setReference] = useState(choices.arms[0]?.id ?? '');
  const [others, setOthers] = useState<readonly string[]>([]);
  const [product, setProduct] = useState(choices.products[0] ?? 'all');
  const [limits, setLimits] = useState({ followed: true, analysed: true });
  const [missing, setMissing] = useState(false);
  const toggle = (id: string) =>
    setOthers((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const chosen = others.filter((id) => id !== reference).slice(0, 11);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(chosen.length === 0);
    if (chosen.length === 0) return;
    start.mutate(
      { snapshot, arms: [reference, ...chosen], product, ...limits },
      { onSuccess: ({ id }) => void navigate({ to: `/replay/${id}` }) },
    );
  };
  const option = ({ id, title }: ReplayChoices['arms'][number]) => (
    <option key={id} value={id}>
      {title[written]}
    </option>
  );
  return (
    <form className="stack" onSubmit={submit}>
      <div className="filters">
        <Choice label={words.reference} value={reference} onChange={setReference}>
          {choices.arms.map(option)}
        </Choice>
        <Choice label={words.snapshot} value={snapshot} onChange={setSnapshot}>
          {choices.snapshots.map(({ id, dataCut, examinations }) => (
            <option key={id} value={id}>
              {words.snapshotOption(id, formatDate(dataCut), formatNumber(examinations))}
            </option>
          ))}
        </Choice>
        <Choice label={words.product} value={product} onChange={setProduct}>
          {choices.products.map((id) => (
            <option key={id}>{id}</option>
          ))}
          {choices.products.length === 1 ? null : <option value="all">{words.allProducts}</option>}
        </Choice>
      </div>
      {kinds.map((kind) => {
        const arms = choices.arms.filter((arm) => arm.kind === kind && arm.id !== reference);
        if (arms.length === 0) return null;
        return (
          <Fieldset key={kind}>
            <Fieldset.Legend>{`${words.others}: ${words.kinds[kind].toLowerCase()}`}</Fieldset.Legend>
            <div className="replay-arms">
              {arms.map(({ id, title }) => (
                <Checkbox
                  key={id}
                  data-size="sm"
                  label={title[written]}
                  checked={others.includes(id)}
                  onChange={() => toggle(id)}
                />
              ))}
            </div>
          </Fieldset>
        );
      })}
      {missing ? <ValidationMessage>{words.chooseOne}</ValidationMessage> : null}
      <div>
        <Checkbox
          label={words.followed}
          description={words.followedHint}
          checked={limits.followed}
          onChange={(event) => setLimits({ ...limits, followed: event.target.checked })}
        />
        <Checkbox
          label={words.analysed}
          checked={limits.analysed}
          onChange={(event) => setLimits({ ...limits, analysed: event.target.checked })}
        />
      </div>
      <ErrorBox error={start.error} />
      <div>
        <Button type="submit" loading={start.isPending}>
          {words.start}
        </Button>
      </div>
    </form>
  );
}
