import { Paragraph } from '@digdir/designsystemet-react';
import { aiOverview } from '#contracts/ai';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import './ai.css';
import { Calibrations } from './calibrations.tsx';
import { Days } from './days.tsx';
import { LoadCalibration } from './load-calibration.tsx';
import { NewCalibration } from './new-calibration.tsx';
import { NewKey } from './new-key.tsx';
import { NewProduct } from './new-product.tsx';
import { Products } from './products.tsx';
import { Reveals } from './reveals.tsx';
import { UseCalibration } from './use-calibration.tsx';

/** What machines have said, in counts: who sends, what came, what did not, and what was shown to whom. */
export default function AiPage() {
  const { text, formatDate, formatNumber } = useText();
  const words = text.ai;
  const overview = useLoad(aiOverview, {});
  const { role } = useActor();
  return (
    <Loaded query={overview}>
      {(data) => {
        const sum = (key: 'answered' | 'failed' | 'late' | 'notUsed') =>
          formatNumber(data.days.reduce((total, day) => total + day[key], 0));
        return (
          <>
            <PageHeading title={words.title} lead={words.lead(formatDate(data.from))}>
              <PageLink to="/ai-drift">{words.driftTitle}</PageLink>
              {role === 'researcher' ? null : <PageLink to="/ai-refusals">{words.refusalsTitle}</PageLink>}
            </PageHeading>
            <Stats label={words.counts}>
              <Stat label={words.answered} value={sum('answered')} />
              <Stat label={words.failed} value={sum('failed')} />
              <Stat label={words.late} value={sum('late')} note={words.lateMeans(data.awaitedDays)} />
              <Stat label={words.notUsed} value={sum('notUsed')} />
              <Stat label={words.refused} value={formatNumber(data.refusals)} />
            </Stats>
            <div className="ai-parts">
              <Days data={data} />
              <Products data={data} />
              <Calibrations data={data} />
              {role === 'administrator' ? (
                <div className="columns no-print">
                  <NewProduct />
                  <NewKey data={data} />
                  <NewCalibration data={data} />
                  <LoadCalibration data={data} />
                  <UseCalibration data={data} />
                </div>
              ) : null}
              <Reveals data={data} />
              <Paragraph data-size="sm">{words.sealed}</Paragraph>
            </div>
          </>
        );
      }}
    </Loaded>
  );
}
