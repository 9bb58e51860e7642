/** A keyword that is given and says something. */
export function isUsed(value: unknown): boolean {
  if (value === undefined || value === '' || value === null) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
