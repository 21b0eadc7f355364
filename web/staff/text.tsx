import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type DateStyle, formatDate, formatMeasure, formatNumber, formatPercent, formatTime } from '#web/text/format';
import { type PageLanguage, textLanguage } from '#web/text/language';
import type { Text } from '#web/text/nb';

/** The texts of the language in use, and its dates and numbers. */
export type TextTools = {
  readonly language: PageLanguage;
  /** The language that most of the page is written in (bokmål in Sámi, which is partial): for words that come as data. */
  readonly written: Exclude<PageLanguage, 'se'>;
  readonly text: Text;
  readonly setLanguage: (language: PageLanguage) => void;
  readonly formatDate: (day: string, style?: DateStyle) => string;
  readonly formatTime: (time: string) => string;
  readonly formatNumber: (value: number, decimals?: number) => string;
  readonly formatMeasure: (value: number, most?: number) => string;
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
  const tools = useMemo<TextTools>(() => {
    const written = textLanguage(language);
    return {
      language,
      written,
      text,
      setLanguage,
      formatDate: (day, style) => formatDate(written, day, style),
      formatTime: (time) => formatTime(written, time),
      formatNumber: (value, decimals) => formatNumber(written, value, decimals),
      formatMeasure: (value, most) => formatMeasure(written, value, most),
      formatPercent: (share, decimals) => formatPercent(written, share, decimals),
    };
  }, [language, text, setLanguage]);
  return <TextContext value={tools}>{props.children}</TextContext>;
}

/** const { text, formatDate } = useText(); text.reading.title */
export function useText(): TextTools {
  const tools = useContext(TextContext);
  if (!tools) throw new Error('useText is used outside TextProvider');
  return tools;
}
