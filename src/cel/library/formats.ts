import { dns1035Label, dns1123Label, dns1123Subdomain, labelValue, qualifiedName } from '../../formats/index.ts';
import { opaque, payloadOf } from '../opaque.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { parseDate, parseTimestamp } from '../time-text.ts';
import { formatObjectType } from '../type.ts';
import { isRequestUri } from '../url-text.ts';
import type { CelOpaque, CelOptional } from '../value.ts';
import { listOf, noValue, optionalOf } from '../value.ts';

type Check = (text: string) => string | undefined;

/** A prefix may end in `-`, where a generated part follows. */
function prefix(check: Check): Check {
  return (text) => check(text.endsWith('-') ? `${text.slice(0, -1)}a` : text);
}

function shaped(test: (text: string) => boolean, problem: string): Check {
  return (text) => (test(text) ? undefined : problem);
}

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;

const checks: Readonly<Record<string, Check>> = {
  dns1123Label,
  dns1123Subdomain,
  dns1035Label,
  qualifiedName,
  dns1123LabelPrefix: prefix(dns1123Label),
  dns1123SubdomainPrefix: prefix(dns1123Subdomain),
  dns1035LabelPrefix: prefix(dns1035Label),
  labelValue,
  uri: shaped(isRequestUri, 'is no absolute URI'),
  uuid: shaped((text) => uuid.test(text), 'does not match the UUID format'),
  byte: shaped((text) => base64.test(text), 'invalid base64'),
  date: shaped((text) => parseDate(text) !== undefined, 'invalid date'),
  datetime: shaped((text) => parseTimestamp(text) !== undefined, 'invalid datetime'),
};

function made(name: string, check: Check): CelOpaque {
  return opaque(formatObjectType, { name, check }, (one, other) => one.name === other.name);
}

function named(name: string): CelOptional {
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
  return check === undefined ? noValue : optionalOf(made(name, check));
}

function validate(format: CelOpaque, text: string): CelOptional {
  const problem = payloadOf<{ check: Check }>(format).check(text);
  return problem === undefined ? noValue : optionalOf(listOf([problem]));
}

export const formats: Library = [
  overload('format.named(string): optional(Format)', named),
  overload('Format.validate(string): optional(list(string))', validate),
  ...Object.entries(checks).map(([name, check]) => overload(`format.${name}(): Format`, () => made(name, check))),
];
