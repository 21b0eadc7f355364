import { Button, Details, Field, Label, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { endStudyMember, nameStudyMember, studyStaff, type ShownStudy } from '#contracts/studies';
import { type MemberRole, memberRoles } from '#core/studies/study';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';

type Row = ShownStudy['members'][number];

/** Who has which role in the study, and giving and ending roles. */
export function Team({ data }: { readonly data: ShownStudy }) {
  const { text, formatDate } = useText();
  const words = text.studies;
  const { role } = useActor();
  const writes = role === 'office' || role === 'researcher';
  const end = useSend(endStudyMember);
  const toast = useToast();
  const columns: readonly Column<Row>[] = [
    { key: 'person', header: words.person, rowHeader: true, value: (row) => row.name, cell: (row) => row.name },
    { key: 'role', header: words.role, value: (row) => words.roles[row.role], cell: (row) => words.roles[row.role] },
    { key: 'workplace', header: words.workplace, cell: (row) => row.centreName ?? words.national },
    { key: 'from', header: words.from, value: (row) => row.from, cell: (row) => formatDate(row.from, 'short') },
    {
      key: 'until',
      header: words.until,
      value: (row) => row.until,
      cell: (row) =>
        row.until || !writes ? (
          row.until ? (
            formatDate(row.until, 'short')
          ) : (
            '–'
          )
        ) : (
          <Button
            variant="tertiary"
            data-size="sm"
            disabled={end.isPending}
            onClick={() =>
              end.mutate(
                { studyId: data.studyId, userId: row.userId, role: row.role },
                { onSuccess: () => toast({ text: words.ended }) },
              )
            }
          >
            {words.endRole}
            <span className="visually-hidden">: {`${row.name}, ${words.roles[row.role]}`}</span>
          </Button>
        ),
    },
  ];
  return (
    <section className="stack">
      <ErrorBox error={end.error} />
      <DataTable
        caption={words.team}
        name="team"
        columns={columns}
        rows={data.members}
        rowKey={(row) => `${row.userId} ${row.role} ${row.from}`}
        empty={words.noMembers}
      />
      {writes && data.state !== 'closed' ? <NameMember studyId={data.studyId} /> : null}
    </section>
  );
}

function NameMember({ studyId }: { readonly studyId: string }) {
  const { text } = useText();
  const words = text.studies;
  const staff = useLoad(studyStaff, { studyId });
  const [userId, setUserId] = useState('');
  const [role, setRole] = useState<MemberRole>('site-investigator');
  const send = useSend(nameStudyMember);
  const toast = useToast();
  return (
    <Details className="no-print">
      <Details.Summary>{words.nameMember}</Details.Summary>
      <Details.Content className="stack">
        <ErrorBox error={send.error} />
        <Loaded query={staff}>
          {(list) => (
            <div className="filters">
              <Field data-size="sm">
                <Label>{words.person}</Label>
                <Select value={userId} onChange={(event) => setUserId(event.currentTarget.value)}>
                  <option value="">–</option>
                  {list.staff.map((one) => (
                    <option key={one.userId} value={one.userId}>
                      {[one.name, text.common.roles[one.role as keyof typeof text.common.roles], one.centreName]
                        .filter(Boolean)
                        .join(', ')}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field data-size="sm">
                <Label>{words.role}</Label>
                <Select value={role} onChange={(event) => setRole(event.currentTarget.value as MemberRole)}>
                  {memberRoles.map((one) => (
                    <option key={one} value={one}>
                      {words.roles[one]}
                    </option>
                  ))}
                </Select>
              </Field>
              <Button
                variant="secondary"
                data-size="sm"
                disabled={send.isPending || userId === ''}
                onClick={() =>
                  send.mutate({ studyId, userId, role }, { onSuccess: () => toast({ text: words.named }) })
                }
              >
                {words.name1}
              </Button>
            </div>
          )}
        </Loaded>
      </Details.Content>
    </Details>
  );
}
