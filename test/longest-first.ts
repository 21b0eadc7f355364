import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take long, the longest first, so that no worker is left with one of them at the end of the run. */
const long: readonly string[] = [
  'test/pages.test.ts',
  'test/crash.test.ts',
  'test/round.test.ts',
  'server/reading/blinding-arms.test.ts',
  'server/replay/replay.test.ts',
  'test/studies-pages.test.ts',
  'test/reading-pages.test.ts',
  'test/quality-pages.test.ts',
  'test/protocol-pages.test.ts',
  'test/radiographer-pages.test.ts',
  'server/quality/snapshot.test.ts',
  'server/quality/figures.test.ts',
  'server/registry/refused-delivery.test.ts',
  'cli/evaluate.test.ts',
  'server/db/launcher.test.ts',
  'core/simulation/calibration.test.ts',
];

/** After them those with a browser or a whole system, then those of one area, and the rules last. */
const folders = ['test/', 'cli/', 'server/'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const path = relative(project.vitest.config.root, moduleId).replaceAll('\\', '/');
      if (long.includes(path)) return long.indexOf(path);
      return long.length + (folders.findIndex((folder) => path.startsWith(folder)) + 1 || folders.length + 1);
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
