import type { CelSchema } from '#src/cel/index.ts';

const text: CelSchema = { type: 'string', maxLength: 20 };
const whole: CelSchema = { type: 'integer' };

/** What `spec` of the custom resources holds: one field of every kind that expressions tell apart. */
export const specSchema = {
  type: 'object',
  properties: {
    count: whole,
    limit: { type: 'integer', format: 'int64' },
    ratio: { type: 'number' },
    on: { type: 'boolean' },
    name: text,
    image: { type: 'string', maxLength: 30 },
    quantity: { type: 'string', maxLength: 10 },
    address: { type: 'string', maxLength: 20 },
    version: { type: 'string', maxLength: 12 },
    link: { type: 'string', maxLength: 40 },
    'dash-ed': text,
    namespace: text,
    maybe: { type: 'string', maxLength: 10, nullable: true },
    port: { 'x-kubernetes-int-or-string': true, maxLength: 6 },
    when: { type: 'string', format: 'date-time' },
    delay: { type: 'string', format: 'duration' },
    raw: { type: 'string', format: 'byte', maxLength: 20 },
    numbers: { type: 'array', maxItems: 5, items: whole },
    ratios: { type: 'array', maxItems: 4, items: { type: 'number' } },
    words: { type: 'array', maxItems: 5, items: { type: 'string', maxLength: 8 } },
    tags: { type: 'array', maxItems: 5, 'x-kubernetes-list-type': 'set', items: { type: 'string', maxLength: 8 } },
    labels: { type: 'object', maxProperties: 4, additionalProperties: { type: 'string', maxLength: 8 } },
    sizes: { type: 'object', maxProperties: 4, additionalProperties: whole },
    inner: { type: 'object', properties: { x: whole, y: text } },
    ports: {
      type: 'array',
      maxItems: 4,
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', maxLength: 8 }, port: whole },
      },
    },
  },
} as const satisfies CelSchema;
