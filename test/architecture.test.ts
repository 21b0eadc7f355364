/** The plan of the house (docs/adr, DESIGN): which layer may import which, how long a file may be, what core may not do. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const layers = ['core', 'programmes', 'contracts', 'server', 'web', 'cli', 'test', 'tools', 'bench'] as const;

/** What each layer may import from, besides itself. Tests may import anything. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  programmes: ['core'],
  contracts: ['core'],
  web: ['contracts', 'core'],
  // The server renders the citizen's pages, the letters and the charts on them.
  server: ['contracts', 'core', 'programmes', 'web'],
  cli: ['server', 'contracts', 'core', 'programmes', 'web', 'bench'],
  bench: ['server', 'contracts', 'core', 'programmes', 'cli', 'test'],
  test: layers,
  tools: layers,
};
/** What of web/ the server renders, and the commands print. */
const takenFromWeb: Readonly<Record<string, RegExp>> = {
  server: /^#web\/(text|citizen|letters|charts)\//,
  cli: /^#web\/text\/en\//,
};
/** The packages that core and programmes may use. */
const corePackages = ['zod'];

type Source = { readonly path: string; readonly layer: string; readonly text: string; readonly isTest: boolean };

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|tsx|js|mjs)$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
      const isTest = /\.test\.tsx?$/.test(path) || folder === 'test';
      return { path, layer: folder, text: readFileSync(join(root, path), 'utf8'), isTest };
    });
}

const sources = layers.flatMap(sourcesIn);
const code = sources.filter((source) => !source.isTest);
const pure = code.filter((source) => source.layer === 'core' || source.layer === 'programmes');

function importsOf({ text }: Source): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? '');
}

/** The imports at the head of a file, without what is fetched only when it is needed. */
function stated(source: Source): string[] {
  return importsOf({ ...source, text: source.text.replace(/\bimport\(/g, '') });
}

/** What is left of a graph when everything that leads nowhere, or that nothing leads to, is taken away again and again. */
function inCircles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  let left = [...edges.keys()];
  for (let before = -1; left.length !== before; ) {
    before = left.length;
    const from = new Set(left);
    const to = new Set(left.flatMap((file) => edges.get(file) ?? []));
    left = left.filter((file) => to.has(file) && edges.get(file)?.some((target) => from.has(target)));
  }
  return left.toSorted();
}

/** The layer an import leads to; undefined for packages and for files of the same folder. */
function layerOf(from: Source, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0];
  if (!specifier.startsWith('.')) return undefined;
  const path = relative(root, join(root, from.path, '..', specifier)).replaceAll('\\', '/');
  return layers.find((layer) => path.startsWith(`${layer}/`));
}

/** The project's file that an import leads to. */
function fileOf(from: Source, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return `${specifier.slice(1)}${/\.tsx?$/.test(specifier) ? '' : '.ts'}`;
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, join(root, from.path, '..', specifier)).replaceAll('\\', '/');
}

function usesTest(source: Source): boolean {
  const serves = source.layer === 'tools' || source.layer === 'bench';
  return !serves && importsOf(source).some((specifier) => layerOf(source, specifier) === 'test');
}

const faults = (among: readonly Source[], find: (source: Source) => readonly string[]) =>
  among.flatMap((source) => find(source).map((fault) => `${source.path}: ${fault}`));

describe('imports', () => {
  it('are found however they are written', () => {
    const text = `import a from 'a';\nimport {\n  b,\n} from "b";\nexport { c } from 'c';\nimport 'd';\nimport type { E } from 'e';\nawait import('f');`;
    expect(importsOf({ path: '', layer: '', text, isTest: false })).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('go one way: web -> contracts -> core; server -> contracts, core, programmes; core -> nothing', () => {
    const wrong = faults(code, (source) =>
      importsOf(source).filter((specifier) => {
        const target = layerOf(source, specifier);
        if (!target || target === source.layer || target === 'test') return false;
        if (!mayImport[source.layer]?.includes(target)) return true;
        return target === 'web' && takenFromWeb[source.layer]?.test(specifier) === false;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('bring no package but zod into core and programmes', () => {
    const wrong = faults(pure, (source) =>
      importsOf(source).filter((name) => !/^[.#]/.test(name) && !corePackages.includes(name)),
    );
    expect(wrong).toEqual([]);
  });

  it('bring what supports tests into tests only', () => {
    // Support may stand beside the tests of its area; what makes it support is that it imports from test/.
    const support = new Set(code.filter((source) => usesTest(source)).map((source) => source.path));
    const wrong = faults(
      code.filter(({ path, layer }) => !support.has(path) && layer !== 'tools' && layer !== 'bench'),
      (source) => importsOf(source).filter((specifier) => support.has(fileOf(source, specifier) ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  it('go in no circle, not even for a type', () => {
    const files = new Set(code.map(({ path }) => path));
    const edges = code.map((source): [string, readonly string[]] => {
      const targets = stated(source).map((specifier) => fileOf(source, specifier) ?? '');
      return [source.path, targets.filter((target) => target !== source.path && files.has(target))];
    });
    expect(inCircles(new Map(edges))).toEqual([]);
    const three = new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b', 'd'], d: [], e: ['a'] }));
    expect(inCircles(three)).toEqual(['b', 'c']);
  });

  it('do not reach the SQL files but from server/db', () => {
    const readers = code.filter(
      ({ path, text }) => !path.startsWith('server/db/') && /['"`/]sql\/(\d{4}|views)/.test(text),
    );
    expect(readers.map((source) => source.path)).toEqual([]);
  });
});

describe('core', () => {
  it('takes time and randomness as arguments', () => {
    const banned = /\b(Math\.random|Date\.now|new Date|performance\.now|crypto\.(randomUUID|getRandomValues))\b/g;
    expect(faults(pure, ({ text }) => withoutComments(text).match(banned) ?? [])).toEqual([]);
  });

  it('throws away no failing check', () => {
    expect(faults(pure, ({ text }) => withoutComments(text).match(/@ts-(ignore|nocheck)|\bas any\b/g) ?? [])).toEqual(
      [],
    );
  });
});

describe('files', () => {
  /** Text catalogues are read like a table; tables.ts is generated. */
  const mayBeLong = (path: string) => /^web\/text\//.test(path) || path === 'server/db/tables.ts';

  it('are never longer than 400 lines', () => {
    const long = sources
      .filter(({ path }) => !mayBeLong(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 401);
    expect(long).toEqual([]);
  });

  it('say what is in them: no utils, helpers, common or index', () => {
    const vague = /^(utils?|helpers?|common|misc|shared|index|types)\.(ts|tsx)$/;
    const wrong = sources.filter(({ path }) => vague.test(basename(path)) && !path.startsWith('web/text/'));
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  it('do not only pass on what others export', () => {
    const barrels = code.filter(({ text }) => {
      const lines = withoutComments(text)
        .split(/;\s*\n/)
        .map((line) => line.trim())
        .filter(Boolean);
      return lines.length > 0 && lines.every((line) => /^export\s+(\*|\{|type\s*\{)[\s\S]*from/.test(line));
    });
    expect(barrels.map((source) => source.path)).toEqual([]);
  });
});

describe('tests', () => {
  it('are all run: none is skipped or singled out', () => {
    const wrong = faults(
      sources.filter((source) => source.isTest),
      ({ text }) => text.match(/\b(it|test|describe)\.(skip|only|todo|fails)\b/g) ?? [],
    );
    // This file names them.
    expect(wrong.filter((fault) => !fault.startsWith('test/architecture.test.ts'))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
