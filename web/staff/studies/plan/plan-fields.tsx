import { Alert, Button, Link, Paragraph } from '@digdir/designsystemet-react';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { putForwardPlan, savePlanDraft } from '#contracts/study-plans';
import { checkDraft, type PlanDraft } from '#core/studies/plan-draft';
import { useSend } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { useToast } from '../../components/toast.tsx';
import { useText } from '../../text.tsx';
import { AboutPart } from './about-part.tsx';
import { AnalysisPart } from './analysis-part.tsx';
import { ChangesPart } from './changes-part.tsx';
import { ConsentPart } from './consent-part.tsx';
import { DiscardPlan } from './discard-plan.tsx';
import { DrawsPart } from './draws-part.tsx';
import { EligibilityPart } from './eligibility-part.tsx';
import { FaultSummary } from './fault-summary.tsx';
import { type PlanForm, PlanFormContext, type Shown } from './form.tsx';
import { usePlanText } from './plan-text.ts';
import { ProtocolPart } from './protocol-part.tsx';
import { SavePlan } from './save-plan.tsx';
import { sectionId, sections } from './section.tsx';
import { SitesPart } from './sites-part.tsx';
import { withValueAt } from './value-at.ts';

/** The whole form: its parts in their order, what is wrong, and keeping and putting forward what is written. */
export function PlanFields(props: {
  readonly shown: Shown;
  /** As it stands on the server now; another may have saved. */
  readonly latest: Shown;
  readonly onShowLatest: () => void;
}) {
  const { written, formatDate } = useText();
  const words = usePlanText();
  const { shown, latest } = props;
  const { studyId, before } = shown;
  const [draft, setDraft] = useState<PlanDraft>(shown.draft);
  const [kept, setKept] = useState({ draft: shown.draft, edit: shown.edit });
  const [asked, setAsked] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const settled = useDeferredValue(draft);
  const { plan, faults } = useMemo(
    () => checkDraft(settled, shown.policy, before ?? undefined),
    [settled, shown, before],
  );
  const save = useSend(savePlanDraft);
  const forward = useSend(putForwardPlan);
  const toast = useToast();
  const navigate = useNavigate();
  const unsaved = draft !== kept.draft;
  const leaves = useRef(false);
  useBlocker({
    shouldBlockFn: () => unsaved && !leaves.current && !window.confirm(words.leaveQuestion),
    enableBeforeUnload: () => unsaved,
  });
  const form: PlanForm = {
    shown,
    draft,
    plan,
    faults: asked ? faults : [],
    set: (path, value) => setDraft((now) => withValueAt(now, path, value)),
  };
  const keep = async (): Promise<number> => {
    if (!unsaved) return kept.edit;
    const { edit } = await save.mutateAsync({ studyId, draft, edit: kept.edit });
    setKept({ draft, edit });
    return edit;
  };
  const putForward = async () => {
    setAsked(true);
    if (faults.length > 0) {
      // When it has been drawn.
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    const { version } = await forward.mutateAsync({ studyId, edit: await keep() });
    leaves.current = true;
    toast({ text: words.putForwardDone(version) });
    await navigate({ to: `/studies/${studyId}` });
  };
  // The error stands in the box; nothing more is to be done about it here.
  const shownBelow = () => undefined;
  const otherSaved = latest.edit > kept.edit && !save.isPending && !forward.isPending;
  const title = draft.title[written] || studyId;
  return (
    <PlanFormContext value={form}>
      <PageHeading
        title={words.title(title)}
        lead={
          <>
            {words.lead(draft.version, latest.writtenBy, formatDate(latest.writtenOn))}
            {before ? ` ${words.amends(before.version)}` : ''}
          </>
        }
      />
      <div className="stack plan-form">
        {otherSaved ? (
          <Alert data-color="warning" role="alert">
            <Paragraph>{words.otherSaved(latest.writtenBy, formatDate(latest.writtenOn))}</Paragraph>
            <Button variant="secondary" data-size="sm" onClick={props.onShowLatest}>
              {words.showSaved}
            </Button>
          </Alert>
        ) : null}
        <nav aria-label={words.onPage} className="plan-nav no-print">
          {sections
            .filter((name) => name !== 'changes' || before)
            .map((name) => (
              <Link key={name} href={`#${sectionId(name)}`}>
                {words[name]}
              </Link>
            ))}
        </nav>
        <div ref={summary} tabIndex={-1}>
          <FaultSummary faults={form.faults} draft={draft} />
        </div>
        <ChangesPart />
        <AboutPart />
        <ProtocolPart />
        <DrawsPart />
        <EligibilityPart />
        <ConsentPart />
        <SitesPart />
        <AnalysisPart />
        <ErrorBox error={save.error ?? forward.error} />
        <SavePlan
          state={unsaved ? words.unsaved : words.saved}
          left={words.faultsLeft(faults.length)}
          pending={save.isPending || forward.isPending}
          onSave={() => void keep().then(() => toast({ text: words.saved }), shownBelow)}
          onPutForward={() => void putForward().catch(shownBelow)}
        />
        <DiscardPlan
          studyId={studyId}
          edit={kept.edit}
          plan={plan}
          onDone={() => {
            leaves.current = true;
            void navigate({ to: before || plan ? `/studies/${studyId}` : '/studies' });
          }}
        />
      </div>
    </PlanFormContext>
  );
}
