import type { CustomResourceColumnDefinition } from '../../schema/types/apiextensions-v1.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, formatField, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { underName } from './renamed.ts';
import { checkSimplePath } from './simple-path.ts';

const types: readonly string[] = ['integer', 'number', 'string', 'boolean', 'date'];
const formats: readonly string[] = ['int32', 'int64', 'float', 'double', 'byte', 'date', 'date-time', 'password'];

/** The columns that kubectl prints. */
export function validateColumns(check: Check, columns: readonly CustomResourceColumnDefinition[], at: FieldPath): void {
  for (const [position, { name = '', type = '', format = '', jsonPath = '' }] of columns.entries()) {
    const column = index(at, position);
    if (name === '') required(check, child(column, 'name'));
    if (type === '') required(check, child(column, 'type'));
    else if (!types.includes(type)) invalid(check, child(column, 'type'), type, `must be one of ${types.join(', ')}`);
    if (format !== '' && !formats.includes(format)) {
      invalid(check, child(column, 'format'), format, `must be one of ${formats.join(', ')}`);
    }
    underName(check, child(column, 'jsonPath'), `${formatField(column)}.JSONPath`, (renamed) => {
      if (jsonPath === '') required(renamed, child(column, 'jsonPath'));
      else checkSimplePath(renamed, jsonPath, child(column, 'jsonPath'));
    });
  }
}
