import { setObjectOf } from '../../analysis/index.ts';
import type { SetObject } from '../../analysis/index.ts';
import type { Files, ObjectRef } from '../../kernel/index.ts';
import type { YamlMapping } from '../../yaml/index.ts';
import type { ManifestPath } from './find-manifests.ts';

/** An object on its way between threads: without the text of its file, which is read again when a finding needs its place. */
export interface SentObject {
  readonly ref: ObjectRef;
  readonly apiVersion: string;
  readonly object: SetObject['object'];
  readonly path: string;
  readonly ordinal: number;
  readonly prefix: string;
}

export function toSent({ ref, apiVersion, object, manifest }: SetObject): SentObject {
  const { file, ordinal, prefix } = manifest;
  return { ref, apiVersion, object, path: file.path, ordinal, prefix };
}

/** Objects of one file share it, so that it is read once. */
export function receiver(paths: readonly ManifestPath[], files: Files): (sent: SentObject) => SetObject {
  const absolutes = new Map(paths.map(({ shown, absolute }) => [shown, absolute]));
  const known = new Map<string, { readonly path: string; readonly text: Uint8Array }>();
  const fileOf = (path: string): { readonly path: string; readonly text: Uint8Array } => {
    let file = known.get(path);
    if (file === undefined) {
      let text: Uint8Array | undefined;
      file = {
        path,
        get text() {
          text ??= files.read(absolutes.get(path) ?? path);
          return text;
        },
      };
      known.set(path, file);
    }
    return file;
  };
  return ({ ref, apiVersion, object, path, ordinal, prefix }) =>
    setObjectOf(ref, apiVersion, object, { file: fileOf(path), ordinal, prefix, value: object as YamlMapping });
}
