import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Point } from '#core/invitation/distance';
import { placeTowards } from './map-steps.ts';
import { type Box, boxAround, onPlane, type Place } from './plane.ts';

/** Municipalities as paths by their number (data/geography/municipality-shapes.json). */
export type MapShapes = Readonly<Record<string, string>>;

export type MapArea = {
  /** Number of the municipality. */
  readonly id: string;
  readonly name: string;
  /** Place on the colour scale, 0 lowest; null = no figure. */
  readonly step: number | null;
  /** The figure in words. */
  readonly text: string;
};

export type MapPoint = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'stationary' | 'mobile';
  readonly point: Point;
  /** What stands beside the name, in words. */
  readonly text: string;
  /** Something here needs looking at; the words say what. */
  readonly warn?: boolean;
};

/** The most steps that the colours can tell apart. */
export const MAP_STEPS = 5;

/**
 * Municipalities coloured by a figure, with units on top. Pure SVG: renders on the server and prints. With `onArea` or
 * `onPoint` each place is a button: one tab stop for the areas and one for the units, arrow keys between them, Enter
 * chooses. Without, it is a picture, and the table beside it says the same.
 */
export function CountryMap(props: {
  readonly title: string;
  readonly shapes: MapShapes;
  readonly areas: readonly MapArea[];
  readonly points?: readonly MapPoint[];
  /** Areas drawn as chosen. */
  readonly chosen?: ReadonlySet<string>;
  /** Areas to fill the map with; all when left out. */
  readonly zoom?: readonly string[];
  readonly onArea?: (id: string) => void;
  readonly onPoint?: (id: string) => void;
  /** Told what the pointer or the focus is on, for a line of words under the map. */
  readonly onActive?: (words: string) => void;
}) {
  const { areas, shapes, points = [], chosen, onArea, onPoint } = props;
  const box = useMemo(
    () => boxAround((props.zoom ?? Object.keys(shapes)).map((id) => shapes[id] ?? '')) ?? whole,
    [shapes, props.zoom],
  );
  const span = Math.max(box.right - box.left, box.bottom - box.top);
  const pad = span * 0.04;
  const view = `${box.left - pad} ${box.top - pad} ${box.right - box.left + 2 * pad} ${box.bottom - box.top + 2 * pad}`;
  const centres = useMemo(() => new Map(areas.map(({ id }) => [id, centreOf(shapes[id] ?? '')])), [areas, shapes]);
  const spots = useMemo(() => new Map(points.map(({ id, point }) => [id, onPlane(point)])), [points]);
  const interactive = onArea !== undefined || onPoint !== undefined;
  const size = span / 90;
  return (
    <svg
      className="map"
      viewBox={view}
      role={interactive ? 'group' : 'img'}
      aria-label={props.title}
      onPointerLeave={() => props.onActive?.('')}
    >
      <Places
        places={areas}
        at={centres}
        {...(onArea ? { onChoose: onArea } : {})}
        {...(props.onActive ? { onActive: props.onActive } : {})}
        {...(chosen ? { chosen } : {})}
        draw={({ id, step }) => <path className="map-area" data-step={step ?? 'none'} d={shapes[id] ?? ''} />}
      />
      <Places
        places={points}
        at={spots}
        {...(onPoint ? { onChoose: onPoint } : {})}
        {...(props.onActive ? { onActive: props.onActive } : {})}
        draw={({ id, kind, warn }) => <Mark at={spots.get(id)} kind={kind} warn={warn ?? false} size={size} />}
      />
    </svg>
  );
}

const whole: Box = { left: 0, top: 0, right: 2430, bottom: 3010 };

/** The mark of a unit: a disc that stands, a diamond that travels; a ring around what needs looking at. */
export function Mark(props: {
  readonly at: Place | undefined;
  readonly kind: MapPoint['kind'];
  readonly warn: boolean;
  readonly size: number;
}) {
  const { at, size } = props;
  if (!at) return null;
  const r = props.kind === 'mobile' ? size * 1.25 : size;
  return (
    <g className="map-mark" data-warn={props.warn || undefined}>
      {props.warn ? <circle className="map-ring" cx={at.x} cy={at.y} r={size * 2} /> : null}
      {props.kind === 'stationary' ? (
        <circle cx={at.x} cy={at.y} r={r} />
      ) : (
        <path d={`M${at.x} ${at.y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`} />
      )}
    </g>
  );
}

type Named = { readonly id: string; readonly name: string; readonly text: string };

/** A layer of places with one tab stop among them. */
function Places<One extends Named>(props: {
  readonly places: readonly One[];
  readonly at: ReadonlyMap<string, Place>;
  readonly draw: (place: One) => React.ReactNode;
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (id: string) => void;
  readonly onActive?: (words: string) => void;
}) {
  const { places, at, chosen, onChoose, onActive } = props;
  const layer = useRef<SVGGElement>(null);
  const [entered, setEntered] = useState<string>();
  const stop = entered ?? places.find(({ id }) => chosen?.has(id))?.id ?? places[0]?.id;
  const words = ({ name, text }: Named) => (text === '' ? name : `${name}: ${text}`);
  const key = (event: KeyboardEvent, id: string) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose?.(id);
      return;
    }
    const next = placeTowards(event.key, at.get(id) ?? { x: 0, y: 0 }, at);
    if (!next) return;
    event.preventDefault();
    setEntered(next);
    layer.current?.querySelector<SVGGElement>(`[data-place="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <g ref={layer}>
      {places.map((place) =>
        onChoose ? (
          // biome-ignore lint/a11y/useSemanticElements: an SVG has no button element
          <g
            key={place.id}
            role="button"
            className="map-place"
            data-place={place.id}
            aria-label={words(place)}
            aria-pressed={chosen?.has(place.id) ?? false}
            tabIndex={place.id === stop ? 0 : -1}
            onClick={() => onChoose(place.id)}
            onKeyDown={(event) => key(event, place.id)}
            onFocus={() => onActive?.(words(place))}
            onPointerEnter={() => onActive?.(words(place))}
          >
            {props.draw(place)}
          </g>
        ) : (
          <g key={place.id} className="map-place" data-chosen={chosen?.has(place.id) || undefined}>
            <title>{words(place)}</title>
            {props.draw(place)}
          </g>
        ),
      )}
    </g>
  );
}

function centreOf(path: string): Place {
  const box = boxAround([path]) ?? whole;
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}
