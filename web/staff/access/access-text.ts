import { access as en } from '#web/text/en/access';
import { access as nb } from '#web/text/nb/access';
import { access as nn } from '#web/text/nn/access';
import { useText } from '../text.tsx';

const texts = { nb, nn, en };

/** The words of the administrator's pages, which come with them and not with the first one. */
export const useAccessText = (): typeof nb => texts[useText().written];
