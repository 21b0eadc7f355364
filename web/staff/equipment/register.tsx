import { Button, Details, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { type equipmentList, registerEquipment } from '#contracts/equipment';
import { type EquipmentKind, equipmentKinds } from '#core/equipment/equipment-test';
import type { Day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Puts new equipment on the register. */
export function Register({ data }: { readonly data: OutputOf<typeof equipmentList> }) {
  const { text } = useText();
  const words = text.equipment;
  const empty = { name: '', unitId: data.units[0]?.id ?? '', roomId: '', maker: '', model: '', serial: '' };
  const [kind, setKind] = useState<EquipmentKind>('display');
  const [form, setForm] = useState(empty);
  const [inUseFrom, setInUseFrom] = useState<Day>(data.today);
  const send = useSend(registerEquipment);
  const toast = useToast();
  const rooms = data.items.filter((item) => item.kind === 'reading-room');
  const field = (key: keyof typeof form, label: string) => (
    <Textfield
      data-size="sm"
      label={label}
      maxLength={80}
      value={form[key]}
      onChange={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
    />
  );
  const choose = (key: 'unitId' | 'roomId', label: string, options: readonly { id: string; name: string }[]) => (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={form[key]} onChange={(event) => setForm({ ...form, [key]: event.currentTarget.value })}>
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
    </Field>
  );
  const save = () => {
    const { name, maker, model, serial } = form;
    const where = kind === 'mammograph' ? { unitId: form.unitId } : form.roomId ? { roomId: form.roomId } : {};
    send.mutate(
      { kind, name, maker, model, serial, inUseFrom, ...where },
      {
        onSuccess: () => {
          toast({ text: words.registered(name) });
          setForm(empty);
        },
      },
    );
  };
  return (
    <Details className="no-print">
      <Details.Summary>{words.register}</Details.Summary>
      <Details.Content>
        <ErrorBox error={send.error} />
        <div className="filters">
          <Field data-size="sm">
            <Label>{words.kind}</Label>
            <Select value={kind} onChange={(event) => setKind(event.currentTarget.value as EquipmentKind)}>
              {equipmentKinds.map((one) => (
                <option key={one} value={one}>
                  {words.kinds[one]}
                </option>
              ))}
            </Select>
          </Field>
          {field('name', words.nameLabel)}
          {kind === 'mammograph' ? choose('unitId', text.common.unit, data.units) : null}
          {kind === 'display'
            ? choose('roomId', words.room, [
                { id: '', name: words.noRoom },
                ...rooms.map((room) => ({ id: room.equipmentId, name: room.name })),
              ])
            : null}
          {kind === 'reading-room' ? null : (
            <>
              {field('maker', words.maker)}
              {field('model', words.model)}
              {field('serial', words.serial)}
            </>
          )}
          <Textfield
            type="date"
            data-size="sm"
            label={words.inUseFrom}
            max={data.today}
            value={inUseFrom}
            onChange={(event) => setInUseFrom(event.currentTarget.value as Day)}
          />
          <Button variant="secondary" disabled={send.isPending || form.name.trim() === ''} onClick={save}>
            {text.common.save}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
