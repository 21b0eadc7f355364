import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type DateStyle, formatDate, formatNumber, formatPercent, formatTime } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { Text } from '#web/text/nb';

/** The texts of the language in use, and its dates and numbers. */
export type TextTools = {
  readonly language: PageLanguage;
  readonly text: Text;
  readonly setLanguage: (language: PageLanguage) => void;
  readonly formatDate: (day: string, style?: DateStyle) => string;
  readonly formatTime: (time: string) => string;
  readonly formatNumber: (value: number, decimals?: number) => string;
  readonly formatPercent: (share: number, decimals?: number) => string;
};

const TextContext = createContext<TextTools | undefined>(undefined);

export function TextProvider(props: {
  readonly language: PageLanguage;
  readonly text: Text;
  readonly setLanguage: (language: PageLanguage) => void;
  readonly children: ReactNode;
}) {
  const { language, text, setLanguage } = props;
  const tools = useMemo<TextTools>(
    () => ({
      language,
      text,
      setLanguage,
      formatDate: (day, style) => formatDate(language, day, style),
      formatTime: (time) => formatTime(language, time),
      formatNumber: (value, decimals) => formatNumber(language, value, decimals),
      formatPercent: (share, decimals) => formatPercent(language, share, decimals),
    }),
    [language, text, setLanguage],
  );
  return <TextContext value={tools}>{props.children}</TextContext>;
}

/** const { text, formatDate } = useText(); text.reading.title */
export function useText(): TextTools {
  const tools = useContext(TextContext);
  if (!tools) throw new Error('useText is used outside TextProvider');
  return tools;
}
