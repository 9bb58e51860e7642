import { readFileSync } from 'node:fs';
import { tablesFolder } from './tables.ts';

/**
 * How the server's own types write a field: `p` a pointer, left out when nothing is set; `P` a pointer, null then; `v` a value, left out
 * when it is empty, unless it is an object; `V` a value, always there; `z` an object that is left out when it is empty.
 */
export type FieldForm = 'p' | 'P' | 'v' | 'V' | 'z';

interface FieldFact {
  readonly form: FieldForm;
  /** What the type's definition says the server puts there, as JSON. */
  readonly marked?: string;
}

type FormsFile = Readonly<Record<string, Readonly<Record<string, FieldForm | readonly [FieldForm, string]>>>>;

let file: FormsFile | undefined;
const plain: FieldFact = { form: 'v' };
const types = new Map<string, ReadonlyMap<string, FieldFact>>();

/** Of a type as the tables name it: `core.v1.PodSpec`. */
export function fieldFact(type: string, field: string): FieldFact {
  let facts = types.get(type);
  if (facts === undefined) types.set(type, (facts = readFacts(type)));
  return facts.get(field) ?? plain;
}

function readFacts(type: string): ReadonlyMap<string, FieldFact> {
  file ??= JSON.parse(readFileSync(new URL('forms.json', tablesFolder), 'utf8')) as FormsFile;
  const facts = Object.hasOwn(file, type) ? (file[type] ?? {}) : {};
  return new Map(
    Object.entries(facts).map(([field, fact]) => [
      field,
      typeof fact === 'string' ? { form: fact } : { form: fact[0], marked: fact[1] },
    ]),
  );
}
