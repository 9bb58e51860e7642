import type { Location, UserError } from '../kernel/index.ts';
import { rawPointers } from '../schema/index.ts';
import type { SourceFile } from '../analysis/index.ts';
import type { Doubled } from './read-file.ts';
import { viewOf } from './view.ts';
import type { ViewOptions } from './view.ts';

/**
 * The doubled keys that an API server refuses: in YAML all of them; in JSON all but those inside a value that it takes as it comes
 * (the parameters of a device class, the data of a ControllerRevision), which it never takes apart.
 */
export function doubledKeys({ document, manifests }: Doubled, options: ViewOptions): readonly UserError[] {
  if (!manifests.some(({ file }) => isJson(file.text))) return document.duplicateKeys;
  const raw = manifests.flatMap((manifest) => {
    const view = viewOf(manifest, options);
    if (view?.builtIn === undefined) return [];
    const pointers = rawPointers(manifest.value, view.builtIn.type, options.target.minor);
    return pointers.map((pointer) => document.locate(manifest.prefix + pointer).value);
  });
  return document.duplicateKeys.filter(({ location }) => !raw.some((place) => holds(place, location)));
}

function holds(outer: Location, inner: Location | undefined): boolean {
  if (inner === undefined) return false;
  const { endLine = outer.line, endColumn = outer.column } = outer;
  const begins = inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column);
  const ends = inner.line < endLine || (inner.line === endLine && inner.column < endColumn);
  return begins && ends;
}

/** A text that opens with a brace is taken for JSON, as the server's own reader guesses it. */
function isJson(text: SourceFile['text']): boolean {
  const start = typeof text === 'string' ? text.slice(0, 1024) : Buffer.from(text.subarray(0, 1024)).toString('utf8');
  return /^\s*\{/.test(start);
}
