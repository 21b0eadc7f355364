import { Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { aiDrift, driftSearch } from '#contracts/ai';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useText } from '../text.tsx';
import './ai.css';
import { DriftCharts } from './drift-charts.tsx';
import { DriftUnits } from './drift-units.tsx';

/** A product's scores, week by week, against its calibration population: have they moved, and where? */
export default function DriftPage() {
  const { text, formatDate, formatNumber } = useText();
  const words = text.ai;
  const [filter, setFilter] = useAddress(driftSearch);
  const answer = useLoad(aiDrift, filter, { keep: true });
  return (
    <Loaded query={answer}>
      {(data) => {
        if (!data.chosen || !data.dataCut) {
          const none = data.dataCut ? words.noneCalibrated : words.noSnapshot;
          return <PageHeading title={words.driftTitle} lead={none} />;
        }
        const { chosen } = data;
        const against = words.against(chosen.calibration, formatNumber(chosen.examinations), formatDate(data.dataCut));
        const unit = data.units.find((one) => one.unitId === filter.unit);
        return (
          <>
            <PageHeading title={words.driftTitle} lead={against} />
            <div className="filters no-print">
              <Field>
                <Label>{words.product}</Label>
                <Select
                  value={`${chosen.product} ${chosen.version}`}
                  onChange={(event) => {
                    const [product, version] = event.currentTarget.value.split(' ');
                    setFilter({ product, version });
                  }}
                >
                  {data.versions.map((one) => (
                    <option key={`${one.product} ${one.version}`}>{`${one.product} ${one.version}`}</option>
                  ))}
                </Select>
              </Field>
              <Field>
                <Label>{text.common.unit}</Label>
                <Select
                  value={filter.unit ?? ''}
                  onChange={(event) => setFilter({ unit: event.currentTarget.value || undefined })}
                >
                  <option value="">{text.common.all}</option>
                  {data.units.map((one) => (
                    <option key={one.unitId} value={one.unitId}>
                      {one.name}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
            <Heading level={2} data-size="xs">
              {unit?.name ?? words.allUnits}
            </Heading>
            <DriftCharts data={data} />
            <DriftUnits data={data} />
            <Paragraph data-size="sm">
              {words.driftMeans(
                formatNumber(data.bins),
                formatNumber(data.fewestExaminations),
                formatNumber(data.falseAlarm * 1000),
              )}
            </Paragraph>
          </>
        );
      }}
    </Loaded>
  );
}
