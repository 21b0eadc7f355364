import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { z } from 'zod';
import { showConsort } from '#contracts/study-monitoring';
import { useAddress, usePathParam } from '../../address.ts';
import { useLoad } from '../../api.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ChartPart } from '../../quality/chart-part.tsx';
import { useText } from '../../text.tsx';
import { consortRows } from './consort-boxes.ts';
import { ConsortChart } from './consort-chart.tsx';
import { Frame } from './frame.tsx';
import { useMonitoringText } from './monitoring-text.ts';

/** From those assessed to those analysed, drawn and as a table. */
export default function FlowPage() {
  const tools = useText();
  const { text, formatNumber } = tools;
  const words = useMonitoringText();
  const studyId = usePathParam('studyId');
  const [{ arms }, setAddress] = useAddress(z.object({ arms: z.enum(['yes', 'no']).default('no') }));
  const flow = useLoad(showConsort, { studyId, arms });
  return (
    <Loaded query={flow} title={text.studies.monitoring.flowTitle}>
      {(view) => {
        const rows = consortRows(view, tools);
        const finding = words.flowFinding(formatNumber(view.flow.assessed), formatNumber(view.flow.allocated));
        const lines = rows.flatMap((row) =>
          [...row.boxes, ...(row.side ? [row.side] : [])].flatMap((box) =>
            box.lines.map((line, i) => ({ key: `${box.key} ${i}`, box: box.lines[0]?.words ?? '', line })),
          ),
        );
        return (
          <Frame
            head={view.head}
            part="flow"
            title={text.studies.monitoring.flowTitle}
            actions={
              view.head.mayArms ? (
                <Button variant="secondary" onClick={() => setAddress({ arms: arms === 'yes' ? 'no' : 'yes' })}>
                  {arms === 'yes' ? words.hideArms : words.showArms}
                </Button>
              ) : null
            }
          >
            {arms === 'yes' ? (
              <Alert data-color="warning" data-size="sm">
                {words.armsSeen}
              </Alert>
            ) : (
              <Paragraph>{words.armsHidden}</Paragraph>
            )}
            <ChartPart
              finding={finding}
              file={`${studyId}-consort`}
              how={words.flowHow}
              chart={<ConsortChart title={finding} rows={rows} format={formatNumber} />}
              table={
                <DataTable
                  caption={text.studies.monitoring.flowTitle}
                  rows={lines}
                  rowKey={({ key }) => key}
                  print
                  columns={[
                    {
                      key: 'step',
                      header: words.step,
                      rowHeader: true,
                      cell: ({ box }) => box,
                      value: ({ box }) => box,
                    },
                    {
                      key: 'words',
                      header: words.found,
                      cell: ({ line }) => line.words,
                      value: ({ line }) => line.words,
                    },
                    {
                      key: 'count',
                      header: words.count,
                      align: 'end',
                      cell: ({ line }) => formatNumber(line.count),
                      value: ({ line }) => line.count,
                    },
                  ]}
                />
              }
            />
          </Frame>
        );
      }}
    </Loaded>
  );
}
