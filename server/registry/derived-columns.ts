import type { DeliveryFile } from '#core/registry/delivery';
import type { DeriveId, DerivedKind } from './derive-id.ts';

/** A column of a staging table that is not in the file: the id that a reference of the row stands for. */
export type DerivedColumn = {
  readonly column: string;
  readonly kind: DerivedKind;
  /** The columns of the reference; the first that is not empty counts. */
  readonly from: readonly string[];
};

const column = (name: string, kind: DerivedKind, ...from: readonly string[]): DerivedColumn => ({
  column: name,
  kind,
  from,
});

const appointment = column('appointment_id', 'appointment', 'invitation');
const episode = column('episode_id', 'episode', 'episode');
const examination = column('examination_id', 'examination', 'examination');

export const derivedColumns: Readonly<Record<DeliveryFile, readonly DerivedColumn[]>> = {
  // A person who is here already keeps her id; this is for one who is not.
  persons: [column('new_person_id', 'person', 'former_identity_number', 'identity_number')],
  invitations: [appointment, episode],
  examinations: [examination, appointment, episode, column('case_id', 'case', 'examination')],
  reads: [examination],
  consensus: [examination],
  assessments: [column('assessment_id', 'assessment', 'assessment'), examination, episode],
  cancers: [column('cancer_id', 'cancer', 'cancer')],
  'ai-results': [examination],
};

/** Gives a row's derived ids, in the order of `derivedColumns`. `placeOf` says where a column stands in the row. */
export function idsOfRows(
  file: DeliveryFile,
  placeOf: (column: string) => number,
  derive: DeriveId,
): (values: readonly string[]) => string[] {
  const columns = derivedColumns[file].map(({ kind, from }) => ({ kind, places: from.map(placeOf), last: '', id: '' }));
  return (values) =>
    columns.map((each) => {
      const reference = firstOf(values, each.places);
      // Rows about the same thing mostly follow each other.
      if (reference !== each.last) {
        each.last = reference;
        each.id = derive(each.kind, reference);
      }
      return each.id;
    });
}

function firstOf(values: readonly string[], places: readonly number[]): string {
  for (const place of places) {
    const value = values[place];
    if (value) return value;
  }
  return '';
}
