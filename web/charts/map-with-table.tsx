import { Details, Table } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { CountryMap, Mark, type MapArea, type MapPoint, type MapShapes } from './map.tsx';
import './map.css';

/**
 * The map with its scale, a line that says what one is on, and the same figures as a table. The shapes (45 kB) are
 * fetched when it is shown. Every word comes from outside, so that any page can use it.
 */
export function MapWithTable(props: {
  readonly title: string;
  readonly areas: readonly MapArea[];
  readonly points?: readonly MapPoint[];
  readonly chosen?: ReadonlySet<string>;
  readonly zoom?: readonly string[];
  readonly onArea?: (id: string) => void;
  readonly onPoint?: (id: string) => void;
  /** What each step of the scale stands for, the lowest first. */
  readonly scale: readonly string[];
  readonly words: {
    /** No figure. */
    readonly missing: string;
    /** How the map is used by keyboard; shown under it. */
    readonly help: string;
    /** Opens the table; heads of its two columns. */
    readonly table: string;
    readonly place: string;
    readonly value: string;
    readonly stationary: string;
    readonly mobile: string;
    /** Statistics and boundaries: who made them (© Kartverket is part of the licence). */
    readonly source: string;
  };
}) {
  const { areas, points = [], words } = props;
  const shapes = useShapes();
  const [active, setActive] = useState('');
  const kinds = [...new Set(points.map(({ kind }) => kind))];
  const missing = areas.some(({ step }) => step === null);
  return (
    <div className="map-with-table">
      {shapes ? (
        <CountryMap
          title={props.title}
          shapes={shapes}
          areas={areas}
          points={points}
          onActive={setActive}
          {...(props.chosen ? { chosen: props.chosen } : {})}
          {...(props.zoom ? { zoom: props.zoom } : {})}
          {...(props.onArea ? { onArea: props.onArea } : {})}
          {...(props.onPoint ? { onPoint: props.onPoint } : {})}
        />
      ) : (
        <div className="map" style={{ blockSize: '44rem' }} />
      )}
      <p className="map-active no-print" aria-hidden="true">
        {active === '' ? words.help : active}
      </p>
      <ul className="map-legend">
        {props.scale.map((label, step) => (
          <li key={label}>
            <span className="map-key" data-step={step} />
            {label}
          </li>
        ))}
        {missing ? (
          <li>
            <span className="map-key" data-step="none" />
            {words.missing}
          </li>
        ) : null}
        {kinds.map((kind) => (
          <li key={kind}>
            <svg className="map-sign" viewBox="-8 -8 16 16" aria-hidden="true">
              <Mark at={{ x: 0, y: 0 }} kind={kind} warn={false} size={5} />
            </svg>
            {words[kind]}
          </li>
        ))}
      </ul>
      <p className="map-source">{words.source}</p>
      <Details>
        <Details.Summary>{words.table}</Details.Summary>
        <Details.Content>
          <Rows caption={props.title} head={[words.place, words.value]} rows={[...points, ...areas]} />
        </Details.Content>
      </Details>
    </div>
  );
}

function Rows(props: {
  readonly caption: string;
  readonly head: readonly [string, string];
  readonly rows: readonly { readonly id: string; readonly name: string; readonly text: string }[];
}) {
  const [place, value] = props.head;
  return (
    <Table data-size="sm">
      <caption>{props.caption}</caption>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{place}</Table.HeaderCell>
          <Table.HeaderCell>{value}</Table.HeaderCell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {props.rows.map(({ id, name, text }) => (
          <Table.Row key={id}>
            <th scope="row">{name}</th>
            <Table.Cell>{text}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

let fetched: Promise<MapShapes> | undefined;

function useShapes(): MapShapes | undefined {
  const [shapes, setShapes] = useState<MapShapes>();
  useEffect(() => {
    fetched ??= import('../../data/geography/municipality-shapes.json').then((module) => module.default);
    let shown = true;
    void fetched.then((all) => {
      if (shown) setShapes(all);
    });
    return () => {
      shown = false;
    };
  }, []);
  return shapes;
}
