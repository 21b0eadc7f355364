import type { FormFaultWords } from '#core/protocols/form-fault';

export const protocolForm: FormFaultWords = {
  kinds: {
    'too-long': (f) => `ein protokoll har høgst ${f.most} teikn, og parentesar i høgst ${f.deep} lag`,
    'no-json': (f) => `ikkje JSON: sjå på linje ${f.line}, teikn ${f.column}`,
    'json-ends': () => 'ikkje JSON: teksten sluttar for tidleg, eller er ikkje JSON i det heile',
    missing: () => 'manglar',
    'unknown-field': (f) => `eit slikt felt finst ikkje: ${f.keys}`,
    'one-of': (f) => `skal vere ein av ${f.values}`,
    'wrong-type': (_, type) => `skal vere ${type}`,
    empty: () => 'er tom',
    'bad-name': () => 'skal vere eit namn: ein liten bokstav a–z, så bokstavar eller siffer; for ein verdi namn.felt',
    'bad-id': () => 'skal ha små bokstavar, siffer og bindestrek',
    'too-small': (f) => `skal vere minst ${f.limit}`,
    'not-above': (f) => `skal vere meir enn ${f.limit}`,
    'too-large': (f) => `skal vere høgst ${f.limit}`,
    'too-few': (f) => `skal ha minst ${f.limit} delar`,
    'too-many': (f) => `skal ha høgst ${f.limit} teikn eller delar`,
    other: (f) => String(f.message),
  },
  types: {
    string: 'ein tekst',
    number: 'eit tal',
    int: 'eit heilt tal',
    boolean: 'true eller false',
    array: 'ei liste [ … ]',
    tuple: 'ei liste [ … ]',
    object: 'felt { … }',
    record: 'felt { … }',
  },
};
