import type { ManagedFieldsEntry } from '../../schema/types/meta-v1.ts';
import { invalid, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

const longestManager = 128;
const longestSubresource = 256;

/** What kubectl's exports carry. */
export function validateManagedFields(
  check: Check,
  entries: readonly ManagedFieldsEntry[] | undefined,
  at: FieldPath,
): void {
  for (const [position, entry] of (entries ?? []).entries()) {
    const { fieldsType = '', manager = '', operation = '', subresource = '' } = entry;
    const here = index(at, position);
    if (operation !== 'Apply' && operation !== 'Update') {
      invalid(check, child(here, 'operation'), operation, 'must be Apply or Update');
    }
    if (fieldsType !== '' && fieldsType !== 'FieldsV1') {
      invalid(check, child(here, 'fieldsType'), fieldsType, 'must be FieldsV1');
    }
    if (Buffer.byteLength(manager) > longestManager) tooLong(check, child(here, 'manager'), longestManager);
    if (/[^ \p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(manager)) {
      invalid(check, child(here, 'manager'), manager, 'has characters that cannot be printed');
    }
    if (Buffer.byteLength(subresource) > longestSubresource) {
      tooLong(check, child(here, 'subresource'), longestSubresource);
    }
  }
}
