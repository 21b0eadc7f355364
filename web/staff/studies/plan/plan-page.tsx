import { useState } from 'react';
import { showPlanDraft } from '#contracts/study-plans';
import { usePathParam } from '../../address.ts';
import { useLoad } from '../../api.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useText } from '../../text.tsx';
import type { Shown } from './form.tsx';
import { PlanFields } from './plan-fields.tsx';
import './plan.css';

/** The plan of a study, written in a form: kept as a draft until it is put forward to be signed. */
export default function PlanPage() {
  const studyId = usePathParam('studyId');
  const { text } = useText();
  const shown = useLoad(showPlanDraft, { studyId }, { keep: true });
  return (
    <Loaded query={shown} title={text.studies.plan}>
      {(data) => <Begun key={studyId} latest={data} />}
    </Loaded>
  );
}

/** What is typed begins from the draft as it was opened; it is taken from the server again only when one asks for it. */
function Begun({ latest }: { readonly latest: Shown }) {
  const [opened, setOpened] = useState({ shown: latest, times: 0 });
  const showLatest = () => setOpened(({ times }) => ({ shown: latest, times: times + 1 }));
  return <PlanFields key={opened.times} shown={opened.shown} latest={latest} onShowLatest={showLatest} />;
}
