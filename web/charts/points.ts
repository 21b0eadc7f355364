import { type KeyboardEvent, useRef, useState } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The points of a chart as one tab stop: arrow keys go from point to point, Home and End to the ends. Give `chart` to
 * the svg and `point(i)` to each point, in the order in which they are to be gone through; each is an image with a label.
 */
export function usePoints(count: number) {
  const chart = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = count - 1;
    const step = STEPS[event.key];
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? undefined : current + step;
    if (next === undefined || next < 0 || next > last) return;
    event.preventDefault();
    setCurrent(next);
    chart.current?.querySelector<SVGElement>(`[data-point="${next}"]`)?.focus();
  };
  return {
    chart: { ref: chart, onKeyDown, role: 'group' },
    point: (i: number) => ({
      'data-point': i,
      role: 'img',
      tabIndex: i === Math.min(current, count - 1) ? 0 : -1,
      onFocus: () => setCurrent(i),
      className: 'chart-focus',
    }),
  };
}
