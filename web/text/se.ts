/**
 * Northern Sámi, partial: only words that stand so on public services today. It waits for translators
 * (tools/texts.ts writes them a sheet); until then what is missing stands in bokmål and is marked as bokmål.
 */
import { nb, type Text } from './nb.ts';
import { over, type Partly, textsIn } from './partial.ts';
import { citizen } from './se/citizen.ts';
import { common } from './se/common.ts';
import { people } from './se/people.ts';
import { shell } from './se/shell.ts';

const translated = { common, shell, people } satisfies Partly<Text>;

export const se: Text = over(nb, translated);

/** What of `se` is in Sámi; all else is the fallback. */
export const seTexts: ReadonlySet<string> = new Set(textsIn({ ...translated, citizen }));
