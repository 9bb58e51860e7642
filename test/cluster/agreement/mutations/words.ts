import type { JsonValue } from '#src/kernel/index.ts';
import type { Site } from '../sites.ts';
import { textOf, valueClass, wordClass, type MutationClass } from './change.ts';
import { values } from './values.ts';

const lengths = [16, 33, 60, 64, 65, 129, 254, 257, 300, 512, 1025, 2049, 4097, 10_241, 33_000];
const nameLike =
  /name|namespace|^key$|host|^ref$|group|^kind$|class|resource|verbs|users|finalizer|subset|zone|topology|audience|driver|provisioner/i;
const quantityText = /^\d+(\.\d+)?([munkMGTPE]|[KMGTPE]i|[eE]\d+)?$/;
const inResources =
  /\.(limits|requests|capacity|hard|max|min|default|defaultRequest|maxLimitRequestRatio|podFixed|allocatable|allocatedResources)(\.|\[\]|$)/;
const quantityField = /divisor|sizeLimit|averageValue|\.value$|maximumVolumeSize|quantity/i;

/** Mistakes in a single value, by what the field is for. */
export const words: readonly MutationClass[] = [
  wordClass('bad-name', 8, ({ field, value }) => typeof value === 'string' && nameLike.test(field), values.names),
  wordClass(
    'bad-port',
    6,
    ({ field, value }) => typeof value !== 'object' && /port$|^ports$/i.test(field),
    values.ports,
  ),
  wordClass('bad-quantity', 5, isQuantity, values.quantities),
  wordClass('out-of-range', 7, ({ value }) => typeof value === 'number', values.numbers),
  valueClass(
    'too-long',
    4,
    ({ value }) => typeof value === 'string',
    ({ value }, { random }) => {
      const text = textOf(value);
      const length = random.pick(lengths);
      return `${text}${'a'.repeat(length)}`.slice(0, Math.max(length, text.length + 1));
    },
  ),
  valueClass(
    'bad-enum',
    7,
    ({ value }) => /^[A-Z][A-Za-z0-9]+$/.test(textOf(value)),
    ({ field, value }, { words, random }) => {
      const text = textOf(value);
      const known = words.get(field) ?? [];
      const other = [text.toLowerCase(), text.toUpperCase(), `${text}s`, 'Unknown', 'None', 'Always', 'Never'];
      return random.pick([...other, ...known, ...known]);
    },
  ),
  valueClass('spaces-or-case', 5, ({ value }) => textOf(value) !== '', spaced),
  wordClass('bad-path', 3, ({ field, value }) => typeof value === 'string' && /path/i.test(field), values.paths),
];

function isQuantity({ shape, value }: Site): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  return quantityText.test(String(value)) && (inResources.test(shape) || quantityField.test(shape));
}

function spaced({ value }: Site, { random }: Parameters<MutationClass['change']>[1]): JsonValue {
  const text = textOf(value);
  const at = random.below(text.length);
  return random.pick([
    ` ${text}`,
    `${text} `,
    `${text}\n`,
    `\t${text}`,
    `${text.slice(0, at)} ${text.slice(at)}`,
    text.toUpperCase(),
    text.toLowerCase(),
    text.charAt(0).toUpperCase() + text.slice(1),
    `${text.slice(0, at)}\u0000${text.slice(at)}`,
    `"${text}"`,
  ]);
}
