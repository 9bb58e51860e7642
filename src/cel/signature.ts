import type { CelType } from './type.ts';
import {
  anyType,
  boolType,
  bytesType,
  cidrType,
  doubleType,
  durationType,
  dynType,
  formatObjectType,
  intType,
  ipType,
  listType,
  mapType,
  nullType,
  objectType,
  optionalType,
  paramType,
  quantityType,
  semverType,
  stringType,
  timestampType,
  typeType,
  uintType,
  urlType,
} from './type.ts';

const simpleTypes = new Map<string, CelType>([
  ['any', anyType],
  ['dyn', dynType],
  ['bool', boolType],
  ['int', intType],
  ['uint', uintType],
  ['double', doubleType],
  ['string', stringType],
  ['bytes', bytesType],
  ['null', nullType],
  ['timestamp', timestampType],
  ['duration', durationType],
  ['Quantity', quantityType],
  ['URL', urlType],
  ['Semver', semverType],
  ['Format', formatObjectType],
  ['IP', ipType],
  ['CIDR', cidrType],
  ...['Authorizer', 'PathCheck', 'GroupCheck', 'ResourceCheck', 'Decision'].map((name): [string, CelType] => [
    name,
    objectType(`kubernetes.authorization.${name}`, {}),
  ]),
]);

interface Signature {
  readonly name: string;
  readonly member: boolean;
  readonly params: readonly CelType[];
  readonly result: CelType;
}

/** Types by the short names of this folder: `map(string, list(A))`, `Quantity`. */
export function typeOf(text: string): CelType {
  const open = text.indexOf('(');
  if (open < 0) return simpleTypes.get(text) ?? paramType(text);
  const params = splitTypes(text.slice(open + 1, -1)).map((one) => typeOf(one));
  const [first = dynType, second = dynType] = params;
  const outer = text.slice(0, open);
  if (outer === 'list') return listType(first);
  if (outer === 'map') return mapType(first, second);
  return outer === 'optional' ? optionalType(first) : typeType(first);
}

export function readSignature(text: string): Signature {
  const result = text.lastIndexOf('): ');
  const open = openingOf(text, result);
  const params = splitTypes(text.slice(open + 1, result)).map((one) => typeOf(one));
  const head = text.slice(0, open);
  const dot = head.lastIndexOf('.');
  const receiver = head.slice(0, Math.max(dot, 0));
  const returns = typeOf(text.slice(result + 3));
  if (dot < 0 || !isType(receiver)) return { name: head, member: false, params, result: returns };
  return { name: head.slice(dot + 1), member: true, params: [typeOf(receiver), ...params], result: returns };
}

function isType(text: string): boolean {
  return text.endsWith(')') || simpleTypes.has(text);
}

function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    if (text[at] === ')') depth += 1;
    if (text[at] === '(' && (depth -= 1) === 0) return at;
  }
  return -1;
}

function splitTypes(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (text[at] !== ',' || depth > 0) continue;
    parts.push(text.slice(from, at).trim());
    from = at + 1;
  }
  if (text.trim() !== '') parts.push(text.slice(from).trim());
  return parts;
}
