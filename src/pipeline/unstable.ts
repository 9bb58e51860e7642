import { formatObject, UserError } from '../kernel/index.ts';
import { differingFields, type DriftField } from '../drift/index.ts';
import type { RenderedFile } from '../rendered/index.ts';
import { readYaml, type YamlValue } from '../yaml/index.ts';
import type { LoadedFleet } from './load-fleet.ts';
import type { Disagreement } from './second-render.ts';
import type { PipelineOptions } from './types.ts';

interface FirstRender {
  readonly options: PipelineOptions;
  readonly loaded: LoadedFleet;
  readonly files: readonly RenderedFile[];
}

/** Errors shown; the rest is counted. One cause often spoils every unit. */
const shownErrors = 25;
const shownFields = 3;

const hint =
  'It depends on something that is not declared: module-level state, the order of units, the clock, the language, the time zone, ' +
  'the folder or the environment. Derive it from `input`.';

/** One error per file that the second render did not make again byte for byte. */
export function unstableErrors(differing: readonly Disagreement[], first: FirstRender): readonly UserError[] {
  const files = new Map(first.files.map((file) => [file.path, file]));
  const sorted = differing.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const errors = sorted.slice(0, shownErrors).map((one) => unstable(one, files.get(one.path), first));
  const more = sorted.length - errors.length;
  if (more > 0) {
    errors.push(
      new UserError({ code: 'unstable-render', message: `${more} more files differ in the second render`, hint }),
    );
  }
  return errors;
}

function unstable(second: Disagreement, file: RenderedFile | undefined, first: FirstRender): UserError {
  const frame = file?.provenance?.frame;
  const location =
    (frame === undefined ? undefined : first.loaded.code.locate(frame)) ??
    first.loaded.fleet.units.find(({ ref }) => ref.id === second.unit)?.declared;
  const path = file?.provenance?.constructPath;
  const object = file?.object === undefined ? second.path : formatObject(file.object);
  const where = path === undefined ? '' : ` (construct ${path})`;
  return new UserError({
    code: 'unstable-render',
    message: `${second.unit}: ${object}${where} ${difference(second, file, first)}`,
    hint,
    ...(location === undefined ? {} : { location }),
  });
}

function difference(second: Disagreement, file: RenderedFile | undefined, first: FirstRender): string {
  if (second.text === undefined) return 'is not made when it is rendered a second time, in another world';
  if (file === undefined) return 'is made only when it is rendered a second time, in another world';
  const text = file.text ?? first.options.ports.files.read(`${first.options.root}/${file.path}`).toString('utf8');
  const fields = differingFields(parse(text, file.path), parse(second.text, file.path));
  if (fields.length === 0) return 'has another header when it is rendered a second time, in another world';
  const shown = fields.slice(0, shownFields).map((field) => describe(field, file.object?.kind === 'Secret'));
  const more = fields.length - shown.length;
  return `differs when it is rendered a second time, in another world: ${shown.join('; ')}${more > 0 ? `; and ${more} more fields` : ''}`;
}

function describe({ pointer, expected, actual }: DriftField, secret: boolean): string {
  if (secret) return pointer;
  return `${pointer} is ${shorten(expected)}, then ${shorten(actual)}`;
}

function shorten(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function parse(text: string, file: string): YamlValue | undefined {
  return readYaml(text, { file })[0]?.value;
}
