export { child, formatField, index, key, pointerTo } from '../kernel/index.ts';
export type { FieldPath } from '../kernel/index.ts';
