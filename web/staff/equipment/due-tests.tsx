import type { z } from 'zod';
import type { equipmentDetail } from '#contracts/equipment';
import type { DueState } from '#core/equipment/due';
import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Due = z.output<(typeof equipmentDetail)['output']>['due'][number];

const tones: Readonly<Record<DueState, Tone>> = { fine: 'success', soon: 'info', overdue: 'danger', never: 'warning' };

/** How a test stands, in words: failed and not mended comes before when it is due again. */
function useDueWords() {
  const { text, formatDate } = useText();
  const words = text.equipment;
  return (due: Due, open: boolean) => {
    const failed = open && due.lastResult !== null && due.lastResult !== 'passed' ? due.lastResult : undefined;
    const when = failed
      ? ''
      : due.state === 'overdue'
        ? words.late(due.daysLate)
        : due.on
          ? words.dueOn(formatDate(due.on, 'short'))
          : '';
    return {
      tone: failed ? ('danger' as const) : tones[due.state],
      state: failed ? words.results[failed] : words.dueStates[due.state],
      test: [words.tests[due.test] ?? due.test, when].filter(Boolean).join(', '),
    };
  };
}

/** The tests of an item in words, for a sheet. */
export function useDueList() {
  const say = useDueWords();
  return (due: readonly Due[], open: boolean) =>
    due
      .map((one) => say(one, open))
      .map(({ state, test }) => `${test}: ${state}`)
      .join('; ');
}

/** The tests of an item, each in order until a day, soon, so many days over, or failed. */
export function DueTests({ due, open }: { readonly due: readonly Due[]; readonly open: boolean }) {
  const say = useDueWords();
  return (
    <ul className="equipment-tests">
      {due.map((one) => {
        const { tone, state, test } = say(one, open);
        return (
          <li key={one.test}>
            <span>
              <StatusTag tone={tone}>{state}</StatusTag>
            </span>{' '}
            <span>{test}</span>
          </li>
        );
      })}
    </ul>
  );
}
