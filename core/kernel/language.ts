/** The languages of the programme: bokmål, nynorsk, English and Northern Sámi (ISO 639-1). */
export const languages = ['nb', 'nn', 'en', 'se'] as const;
export type Language = (typeof languages)[number];
