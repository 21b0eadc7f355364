import { studyMonitoring as en } from '#web/text/en/study-monitoring';
import { studyMonitoring as nb } from '#web/text/nb/study-monitoring';
import { studyMonitoring as nn } from '#web/text/nn/study-monitoring';
import { useText } from '../../text.tsx';

export const monitoringTexts = { nb, nn, en };

/** The words of a study's figures, which come with their pages and not with the first one. */
export function useMonitoringText(): typeof nb {
  return monitoringTexts[useText().written];
}
