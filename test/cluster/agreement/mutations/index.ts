import type { MutationClass } from './change.ts';
import { formats } from './formats.ts';
import { lists } from './lists.ts';
import { structure } from './structure.ts';
import { words } from './words.ts';

export type { Change, MutationClass, Surroundings } from './change.ts';
export const mutationClasses: readonly MutationClass[] = [...structure, ...words, ...lists, ...formats];
