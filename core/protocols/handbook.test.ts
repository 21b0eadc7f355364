/** What the handbook shows of the language is true: its examples can be used, or have the faults that it says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { protocolPolicy } from '#programmes/breast-no/reading';
import { readProtocol } from './read-protocol.ts';
import { verify } from './verify.ts';
import { stepsInWords } from './words.ts';
import { english } from './words-en.ts';

const page = readFileSync(new URL('../../docs/handbook/protocols.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```json( faulty)?\n(.*?)```.*?```text\n(.*?)```/gs)];

it('has examples, each with its words', () => expect(examples).toHaveLength(2));

it.each(examples.map(([, faulty, text = '', words = '']) => ({ faulty: faulty !== undefined, text, words })))(
  'an example says what stands beside it (faulty: $faulty)',
  ({ faulty, text, words }) => {
    const read = readProtocol(text);
    if (!read.ok) throw new Error(read.refusal.what);
    const { faults } = verify(read.value, protocolPolicy);
    const arm = Object.keys(read.value.arms)[0] ?? '';
    const said = faulty ? faults : stepsInWords(read.value, arm, english);
    expect(faults.length > 0).toBe(faulty);
    expect(words.trim().split('\n')).toEqual(said);
  },
);
