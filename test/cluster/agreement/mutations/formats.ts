import { isObject, type Site } from '../sites.ts';
import { valueClass, wordClass, type Change, type MutationClass } from './change.ts';
import { values } from './values.ts';

const address = /^\d+(\.\d+){3}(\/\d+)?$|^[\da-f]*:[\da-f:]+(\/\d+)?$/i;
const addressField = /ips?$|cidrs?$|addresses$|^ranges$/i;
const encoded = /^(data|binaryData)\.|caBundle|^spec\.request$|\.pemBundle/;
const timeField = /time$|timestamp$|duration|seconds$/i;
const labelMap = /labels$|annotations$|selector$|matchLabels|^data$|^parameters$|attributes/i;

/** Mistakes in formats: schedules, expressions, addresses, times, encodings, labels. */
export const formats: readonly MutationClass[] = [
  wordClass('bad-cron', 3, isText(/^schedule$|timeZone/), values.schedules),
  wordClass('bad-cel', 5, isText(/expression|^rule$|^cel$/i), values.expressions),
  wordClass('bad-address', 4, isAddress, values.addresses),
  wordClass('bad-encoding', 3, isEncoded, values.encodings),
  { name: 'bad-label', weight: 6, fits: isLabelMap, change: badLabel },
  valueClass(
    'bad-metadata',
    4,
    ({ shape }) => shape === 'metadata',
    ({ value }, { random }) => (isObject(value) ? { ...value, ...random.pick(values.metadata) } : undefined),
  ),
];

function isText(field: RegExp): MutationClass['fits'] {
  return (site) => typeof site.value === 'string' && field.test(site.field);
}

function isAddress({ field, value }: Site): boolean {
  return typeof value === 'string' && (address.test(value) || addressField.test(field));
}

function isEncoded({ shape, field, value }: Site): boolean {
  return typeof value === 'string' && (encoded.test(shape) || timeField.test(field));
}

function isLabelMap({ field, value }: Site): boolean {
  if (!isObject(value) || !labelMap.test(field)) return false;
  return Object.values(value).every((item) => typeof item === 'string');
}

function badLabel({ path, value }: Site, { random }: Parameters<MutationClass['change']>[1]): Change | undefined {
  if (!isObject(value)) return undefined;
  const names = Object.keys(value);
  if (names.length === 0 || random.chance(0.4)) {
    const name = random.pick(values.labelKeys);
    return name in value ? undefined : { path: [...path, name], value: 'a', what: 'added' };
  }
  const next = random.pick(values.labelValues);
  return { path: [...path, random.pick(names)], value: next, what: `= ${JSON.stringify(next)}` };
}
