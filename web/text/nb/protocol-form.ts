/** Where the text of a protocol is none in form. Comes with the page of a protocol and not with the first one. */
import type { FormFaultWords } from '#core/protocols/form-fault';

export const protocolForm: FormFaultWords = {
  kinds: {
    'too-long': (f) => `en protokoll har høyst ${f.most} tegn, og parenteser i høyst ${f.deep} lag`,
    'no-json': (f) => `ikke JSON: se på linje ${f.line}, tegn ${f.column}`,
    'json-ends': () => 'ikke JSON: teksten slutter for tidlig, eller er ikke JSON i det hele tatt',
    missing: () => 'mangler',
    'unknown-field': (f) => `et slikt felt finnes ikke: ${f.keys}`,
    'one-of': (f) => `skal være en av ${f.values}`,
    'wrong-type': (_, type) => `skal være ${type}`,
    empty: () => 'er tom',
    'bad-name': () => 'skal være et navn: en liten bokstav a–z, så bokstaver eller sifre; for en verdi navn.felt',
    'bad-id': () => 'skal ha små bokstaver, sifre og bindestrek',
    'too-small': (f) => `skal være minst ${f.limit}`,
    'not-above': (f) => `skal være mer enn ${f.limit}`,
    'too-large': (f) => `skal være høyst ${f.limit}`,
    'too-few': (f) => `skal ha minst ${f.limit} deler`,
    'too-many': (f) => `skal ha høyst ${f.limit} tegn eller deler`,
    other: (f) => String(f.message),
  },
  types: {
    string: 'en tekst',
    number: 'et tall',
    int: 'et helt tall',
    boolean: 'true eller false',
    array: 'en liste [ … ]',
    tuple: 'en liste [ … ]',
    object: 'felt { … }',
    record: 'felt { … }',
  },
};
