import { setObjectOf } from '../../analysis/index.ts';
import type { Manifest, Origin, SetObject } from '../../analysis/index.ts';
import type { ObjectRef, UnitRef } from '../../kernel/index.ts';
import { readFile, viewOf } from '../../validate/index.ts';
import type { SourceFile } from '../../validate/index.ts';

/** A file of a cluster, rendered now, earlier, or not by this run. Its text is read when somebody asks for it: of most, nobody does. */
export interface GateFile {
  readonly path: string;
  readonly unit: UnitRef;
  readonly object: ObjectRef;
  readonly sha256: string;
  readonly origin: Origin | undefined;
  readonly read: () => string;
}

export function sourceOf({ path, origin, read }: GateFile): SourceFile {
  let text: string | undefined;
  return {
    path,
    get text() {
      text ??= read();
      return text;
    },
    ...(origin === undefined ? {} : { origin }),
  };
}

/** For rules about the set, most of which ask who is there, not what is in it. */
export function lazyObject(file: GateFile, minor: number): SetObject {
  const source = sourceOf(file);
  const { object: ref, unit } = file;
  const apiVersion = ref.group === '' ? ref.version : `${ref.group}/${ref.version}`;
  let whole: SetObject | undefined;
  const load = (): SetObject => {
    whole ??= readObject(source, ref, apiVersion, minor);
    return whole;
  };
  return {
    ref,
    apiVersion,
    unit,
    get object() {
      return load().object;
    },
    get labels() {
      return load().labels;
    },
    get annotations() {
      return load().annotations;
    },
    get pod() {
      return load().pod;
    },
    manifest: {
      file: source,
      ordinal: 0,
      prefix: '',
      get value() {
        return load().manifest.value;
      },
    },
  };
}

function readObject(source: SourceFile, ref: ObjectRef, apiVersion: string, minor: number): SetObject {
  const manifest: Manifest = readFile(source).manifests[0] ?? { file: source, ordinal: 0, prefix: '', value: {} };
  const decoded = viewOf(manifest, { target: { minor } })?.decoded.object;
  return setObjectOf(ref, apiVersion, isMapping(decoded) ? decoded : manifest.value, manifest);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
