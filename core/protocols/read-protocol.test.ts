import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyProtocol } from '#test/arbitrary-protocols';
import { formFaultInWords, formFaultKinds } from './form-fault.ts';
import { formFaultsEn } from './form-faults-en.ts';
import { parseProtocolText, readProtocol } from './read-protocol.ts';

it('reads what was written', () => {
  fc.assert(
    fc.property(anyProtocol, (protocol) => {
      expect(readProtocol(JSON.stringify(protocol))).toEqual({ ok: true, value: protocol });
    }),
  );
});

it('refuses anything else, in words, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readProtocol(text);
      expect(read.ok ? '' : read.refusal.what).not.toBe('');
    }),
  );
  expect(readProtocol('{')).toMatchObject({ refusal: { code: 'no-json' } });
  expect(readProtocol('{"id":"x"}')).toMatchObject({ refusal: { code: 'no-protocol' } });
  const misspelt = '{"raed":"r1","sees":["priors"]}, {"end":["pos","R1"]}';
  expect(readProtocol(`{"id":"x","version":"1","unit":"exam","arms":{"a":{"steps":[${misspelt}]}}}`)).toMatchObject({
    refusal: {
      what: expect.stringMatching(
        /arms\.a\.steps\.0\.read: .*arms\.a\.steps\.0: .*"raed".*arms\.a\.steps\.1\.end\.1: expected a name/,
      ),
    },
  });
  const nested = `{"when":${'["not",'.repeat(5000)}true${']'.repeat(5000)}}`;
  expect(readProtocol(nested)).toMatchObject({ refusal: { code: 'too-long' } });
});

it('names a broken place by line and character, on whichever machine reads it', () => {
  const faults = (text: string) => {
    const read = parseProtocolText(text);
    return read.ok ? [] : read.faults;
  };
  expect(faults('{\n  "id": "x",\n  id: 1\n}')).toEqual([{ kind: 'no-json', at: '', about: { line: 3, column: 3 } }]);
  expect(faults('{"id": ')).toEqual([{ kind: 'json-ends', at: '', about: {} }]);
});

it('has words for every kind', () => {
  for (const kind of formFaultKinds) expect(formFaultInWords({ kind, at: '', about: {} }, formFaultsEn)).not.toBe('');
});
