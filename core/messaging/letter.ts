/**
 * A letter as data: texts with holes (programmes/letters) filled with the content of one message. Typst only lays it out,
 * so what a letter says is tested without making a PDF. A hole that cannot be filled is an error: no half letter leaves.
 */
import { clockText, formatDate } from '#core/kernel/date-words';
import type { Day } from '#core/kernel/day';
import type { Language, LetterKind, MessageContent } from './message.ts';
import { whereWords } from './where-words.ts';

/**
 * A part of a letter. `needs`: left out when the content lacks that fact, `lacks`: when it has it. `result`: only for that
 * answer. `movedBy`: only when that is who moved it.
 */
export type TextBlock = (
  | { readonly kind: 'paragraph' | 'heading' | 'small'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'appointment' | 'contact' | 'facts' }
) & {
  readonly needs?: keyof MessageContent;
  readonly lacks?: keyof MessageContent;
  readonly result?: 'negative' | 'benign';
  readonly movedBy?: 'woman' | 'programme' | 'nobody';
};

export type LetterText = {
  readonly title: string;
  /** Title when the content names no time: the time is gone, and a new one will come. */
  readonly titleWithoutDay?: string;
  /** Title when nobody has moved the time: it stands, after a letter that said otherwise. */
  readonly titleStands?: string;
  readonly blocks: readonly TextBlock[];
};

export type LetterTexts = {
  readonly language: Exclude<Language, 'se'>;
  readonly sender: string;
  readonly labels: {
    readonly when: string;
    readonly where: string;
    readonly reference: string;
    readonly page: string;
    readonly of: string;
  };
  /** What has been arranged for her, as a row under time and place; {language} is the interpreter's. */
  readonly arranged: {
    readonly label: string;
    readonly interpreter: string;
    readonly longer: string;
    readonly stepFree: string;
    /** Names of languages by ISO 639; one that is not here is written by its code. */
    readonly languageNames: Readonly<Record<string, string>>;
  };
  /** {phone} and {centre}; and the wording when the centre's telephone number is not registered. */
  readonly contact: { readonly withPhone: string; readonly withoutPhone: string };
  readonly facts: readonly TextBlock[];
  readonly letters: Readonly<Record<LetterKind, LetterText>>;
};

export type LetterBlock =
  | { readonly kind: 'paragraph' | 'heading' | 'small'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'page' };

export type LetterDocument = {
  readonly language: Exclude<Language, 'se'>;
  readonly title: string;
  readonly sender: string;
  readonly centre: string;
  readonly address: readonly string[];
  readonly date: string;
  readonly reference: string;
  readonly referenceLabel: string;
  readonly pageLabel: readonly [page: string, of: string];
  readonly blocks: readonly LetterBlock[];
};

export type LetterFacts = {
  readonly kind: LetterKind;
  readonly reference: string;
  readonly decidedOn: Day;
  readonly content: MessageContent;
};

/** The finished letter. Throws when its text asks for a fact that the content does not hold. */
export function composeLetter(texts: LetterTexts, letter: LetterFacts): LetterDocument {
  const { content } = letter;
  const { blocks, ...titles } = texts.letters[letter.kind];
  const holes = holesOf(texts.language, content);
  const filled = (text: string) => fill(text, holes, letter.kind);
  return {
    language: texts.language,
    title: filled(titleOf(titles, content)),
    sender: texts.sender,
    centre: content.centreName,
    address: [content.name, ...content.address],
    date: formatDate(texts.language, letter.decidedOn),
    reference: letter.reference,
    referenceLabel: texts.labels.reference,
    pageLabel: [texts.labels.page, texts.labels.of],
    blocks: blocks.flatMap((block) => composeBlock(block, texts, content, filled)),
  };
}

function titleOf({ title, titleWithoutDay, titleStands }: Omit<LetterText, 'blocks'>, content: MessageContent): string {
  if (content.movedBy === 'nobody') return titleStands ?? title;
  return content.day === undefined ? (titleWithoutDay ?? title) : title;
}

function composeBlock(
  block: TextBlock,
  texts: LetterTexts,
  content: MessageContent,
  filled: (text: string) => string,
): readonly LetterBlock[] {
  if (block.needs && content[block.needs] === undefined) return [];
  if (block.lacks && content[block.lacks] !== undefined) return [];
  if (block.result && content.result !== block.result) return [];
  if (block.movedBy && (content.movedBy ?? 'woman') !== block.movedBy) return [];
  switch (block.kind) {
    case 'list':
      return [{ kind: 'list', items: block.items.map(filled) }];
    case 'appointment':
      return [
        {
          kind: 'table',
          rows: [
            [texts.labels.when, filled('{day} {time}')],
            [texts.labels.where, where(content)],
            ...arranged(texts, content),
          ],
        },
      ];
    case 'contact':
      return [
        { kind: 'paragraph', text: filled(content.centrePhone ? texts.contact.withPhone : texts.contact.withoutPhone) },
      ];
    case 'facts':
      return [{ kind: 'page' }, ...texts.facts.flatMap((fact) => composeBlock(fact, texts, content, filled))];
    default:
      return [{ kind: block.kind, text: filled(block.text) }];
  }
}

function arranged({ arranged: words }: LetterTexts, content: MessageContent): readonly (readonly [string, string])[] {
  const { interpreter, longer, stepFree } = content;
  const parts = [
    ...(interpreter ? [words.interpreter.replace('{language}', words.languageNames[interpreter] ?? interpreter)] : []),
    ...(longer ? [words.longer] : []),
    ...(stepFree ? [words.stepFree] : []),
  ];
  return parts.length === 0 ? [] : [[words.label, parts.join(', ')]];
}

function where(content: MessageContent): string {
  const unit = content.unitName ?? content.centreName;
  const place = content.place ?? content.centreTown;
  return whereWords(unit, place);
}

function holesOf(language: Language, content: MessageContent): Readonly<Record<string, string | undefined>> {
  const dayOf = (d: Day | undefined) => (d ? formatDate(language, d, 'weekday') : undefined);
  const timeOf = (at: string | undefined) => (at ? clockText(language, at) : undefined);
  return {
    name: content.name,
    day: dayOf(content.day),
    time: timeOf(content.at),
    previousDay: dayOf(content.previousDay),
    previousTime: timeOf(content.previousAt),
    screenedOn: content.screenedOn ? formatDate(language, content.screenedOn) : undefined,
    centre: content.centreName,
    phone: content.centrePhone,
  };
}

function fill(text: string, holes: Readonly<Record<string, string | undefined>>, kind: LetterKind): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = holes[name];
    if (value === undefined) throw new Error(`the letter "${kind}" needs {${name}}, and the message does not hold it`);
    return value;
  });
}
