import { seTexts } from '#web/text/se';

/** The same marking as in the staff application (web/staff/mark-language.ts), for a page that is rendered here. */
export function markSami(html: string): string {
  return html.replace(/<([a-z][a-z0-9]*)((?: [^<>]*)?)>([^<>]+)(?=<\/\1>)/g, (whole, tag, attributes, words) =>
    seTexts.has(words.trim()) && !/ lang=/.test(attributes) ? `<${tag}${attributes} lang="se">${words}` : whole,
  );
}
