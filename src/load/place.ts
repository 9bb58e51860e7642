import type { DeclaredKind, DefinedKind } from '../declare/index.ts';

/** What may be declared in a file, as its path says it. */
export interface Place {
  readonly kinds: readonly DefinedKind[];
  /** The kind that a YAML file of this path has. */
  readonly yamlKind?: DeclaredKind;
  /** A declaration must be here: anything else in such a file is a mistake. */
  readonly required: boolean;
  /** The name that the declaration bears (for an app: the name of its tenant). */
  readonly name?: string;
  readonly environment?: string;
}

/** `undefined`: the path has no business with us. A string: it has, but nothing is read from such a path, and why. */
export type Placed = Place | string | undefined;

interface Pattern {
  readonly path: RegExp;
  place(...parts: string[]): Place | string;
}

const typescriptOnly = 'This is declared in TypeScript: it has code. Rename the file to end in `.ts`.';

/** The first pattern that matches holds. */
const patterns: readonly Pattern[] = [
  {
    path: /^platform\/policy\/.+\.ts$/,
    place: () => ({ kinds: ['rule', 'admission-rule', 'waiver', 'outside', 'policy'], required: false }),
  },
  { path: /^platform\/baseline\.ts$/, place: () => ({ kinds: ['baseline'], required: true }) },
  {
    path: /^platform\/apps\/([^/]+)\.ts$/,
    place: (name) => ({ kinds: ['app-kind'], required: true, name: name ?? '' }),
  },
  {
    path: /^platform\/([^/]+)\/component\.ts$/,
    place: (name) => ({ kinds: ['component'], required: true, name: name ?? '' }),
  },
  { path: /^platform\/policy\/.+\.ya?ml$/, place: () => typescriptOnly },
  { path: /^platform\/(?:baseline|apps\/[^/]+|[^/]+\/component)\.ya?ml$/, place: () => typescriptOnly },
  { path: /^platform\/.+\.ts$/, place: () => ({ kinds: ['component', 'baseline', 'app-kind'], required: false }) },
  {
    path: /^tenants\/([^/]+)\.(?:ts|ya?ml)$/,
    place: (name) => ({ kinds: ['tenant', 'app'], yamlKind: 'tenant', required: true, name: name ?? '' }),
  },
  {
    path: /^tenants\/([^/]+)\/.+\.ts$/,
    place: (name) => ({ kinds: ['tenant', 'app'], required: false, name: name ?? '' }),
  },
  {
    path: /^environments\/([^/]+)\/environment\.(?:ts|ya?ml)$/,
    place: (name) => ({ kinds: ['environment'], yamlKind: 'environment', required: true, name: name ?? '' }),
  },
  {
    path: /^environments\/([^/]+)\/release\.ya?ml$/,
    place: (environment) => ({ kinds: [], yamlKind: 'release', required: true, environment: environment ?? '' }),
  },
  { path: /^environments\/[^/]+\/release\.ts$/, place: () => 'Commands edit pins: declare them in `release.yaml`.' },
  {
    path: /^environments\/[^/]+\/images\/[^/]+\.ts$/,
    place: () => 'Commands edit images: declare them in `images/<tenant>.yaml`.',
  },
  {
    path: /^environments\/([^/]+)\/images\/([^/]+)\.ya?ml$/,
    place: (environment, name) => ({
      kinds: [],
      yamlKind: 'images',
      required: true,
      environment: environment ?? '',
      name: name ?? '',
    }),
  },
  {
    path: /^environments\/([^/]+)\/([^/]+)\.(?:ts|ya?ml)$/,
    place: (environment, name) => ({
      kinds: ['cluster'],
      yamlKind: 'cluster',
      required: true,
      environment: environment ?? '',
      name: name ?? '',
    }),
  },
  { path: /^environments\/.+\.ts$/, place: () => ({ kinds: [], required: false }) },
  {
    path: /^tenants\/(?!.*\.(?:md|json)$)/,
    place: () =>
      'Files here are `<tenant>.ts` or `<tenant>.yaml`, and TypeScript or JSON that they import in `<tenant>/`.',
  },
  {
    path: /^environments\/(?!.*\.(?:md|json)$)/,
    place: () =>
      'Files here are `<environment>/environment.ts`, `<environment>/<cluster>.ts` (or `.yaml`), `<environment>/release.yaml` and `<environment>/images/<tenant>.yaml`.',
  },
];

export function placeOf(path: string): Placed {
  if (/(?:^|\/)\.|\.d\.ts$|\.(?:test|spec)\.ts$/.test(path)) return undefined;
  for (const pattern of patterns) {
    const match = pattern.path.exec(path);
    if (match !== null) return pattern.place(...match.slice(1));
  }
  return undefined;
}
