import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import type { roundMap } from '#contracts/units';
import type { MapArea, MapPoint } from '#web/charts/map.tsx';
import { MAP_STEPS } from '#web/charts/map.tsx';
import { evenLimits, stepOf } from '#web/charts/map-scale';
import { MapWithTable } from '#web/charts/map-with-table.tsx';
import { useAddress } from '../address.ts';
import { type TextTools, useText } from '../text.tsx';
import { type MapMeasure, mapMeasures, roundsSearch } from './search.ts';

export type RoundMapData = OutputOf<typeof roundMap>;
type Municipality = RoundMapData['municipalities'][number];
type Unit = RoundMapData['units'][number];

/** Weeks that a unit's free places are counted over on the map. */
const SOON = 4;

/** Municipalities by who is due or how far they travel, with the units; a choice of area zooms and narrows the page. */
export function RoundMap({ data }: { readonly data: RoundMapData }) {
  const tools = useText();
  const words = tools.text.office.map;
  const [{ centre, show }, setFilter] = useAddress(roundsSearch);
  const navigate = useNavigate();
  const chosen = useMemo(
    () => data.municipalities.filter((one) => one.centreId === centre).map(({ id }) => id),
    [data, centre],
  );
  // One centre's own map is of its area; the whole country has every municipality.
  const one = new Set(data.municipalities.map((each) => each.centreId)).size === 1;
  const shown = one ? data.municipalities.map(({ id }) => id) : chosen;
  const measured = useMemo(() => measure(tools, data.municipalities, show), [tools, data, show]);
  const points = useMemo(() => data.units.flatMap((unit) => pointsOf(tools, unit)), [tools, data]);
  const centreOf = (id: string) => data.municipalities.find((one) => one.id === id)?.centreId;
  return (
    <div>
      <Field data-size="sm" className="no-print">
        <Label>{words.show}</Label>
        <Select value={show} onChange={(event) => setFilter({ show: event.currentTarget.value as typeof show })}>
          {mapMeasures.map((one) => (
            <option key={one} value={one}>
              {words.measures[one]}
            </option>
          ))}
        </Select>
      </Field>
      <MapWithTable
        title={`${words.title}: ${words.measures[show].toLowerCase()}`}
        areas={measured.areas}
        points={points}
        scale={measured.scale}
        chosen={new Set(chosen)}
        {...(shown.length > 0 ? { zoom: shown } : {})}
        onArea={(id) => {
          const area = centreOf(id);
          setFilter({ centre: area === centre ? undefined : area });
        }}
        onPoint={(id) => void navigate({ to: '/units', search: { unit: id.split(':')[0] } as never })}
        words={words}
      />
    </div>
  );
}

function measure(
  { text, formatNumber }: TextTools,
  municipalities: readonly Municipality[],
  show: MapMeasure,
): { readonly areas: readonly MapArea[]; readonly scale: readonly string[] } {
  const words = text.office.map;
  const figureOf = (one: Municipality) =>
    show === 'travel' ? one.km : show === 'coming' ? one.due + one.coming : one[show];
  const values = municipalities.flatMap((one) => figureOf(one) ?? []).map(Math.round);
  const limits = evenLimits(values, MAP_STEPS);
  const textOf = (one: Municipality): string => {
    if (show === 'travel') return one.km === null ? words.nobody : words.travel(formatNumber(one.km, 0));
    const women = figureOf(one) ?? 0;
    return women === 0 ? words.nobody : words.women(formatNumber(women), words.words[show]);
  };
  const areas = municipalities.map((one) => {
    const value = figureOf(one);
    return {
      id: one.id,
      name: one.name,
      step: value === null ? null : stepOf(Math.round(value), limits),
      text: textOf(one),
    };
  });
  const starts = [Math.min(...values, 0), ...limits];
  const scale = starts.map((start, i) => {
    const end = (limits[i] ?? Math.max(...values, start) + 1) - 1;
    const range = words.scale(formatNumber(start), formatNumber(end));
    return show === 'travel' ? words.km(range) : range;
  });
  return { areas, scale };
}

function pointsOf({ text, formatNumber, formatDate }: TextTools, unit: Unit): readonly MapPoint[] {
  const words = text.office.map;
  const soon = unit.weeks.slice(0, SOON);
  const places = soon.reduce((sum, week) => sum + week.places, 0);
  const left = soon.reduce((sum, week) => sum + Math.max(0, week.places - week.booked), 0);
  const room = unit.pausedOn
    ? words.unitPaused
    : places === 0
      ? words.unitNoPlaces
      : words.unitLeft(formatNumber(left), formatNumber(places));
  return unit.places.map(({ place, latitude, longitude, from, to }, i) => {
    const days = from && to ? words.busDays(formatDate(from, 'short'), formatDate(to, 'short')) : '';
    return {
      id: `${unit.id}:${i}`,
      name: place === '' ? unit.name : words.busAt(unit.name, place),
      kind: unit.kind,
      point: { latitude, longitude },
      text: [days, room].filter((part) => part !== '').join(', '),
      warn: unit.pausedOn !== null || (unit.kind === 'stationary' && places === 0),
    };
  });
}
