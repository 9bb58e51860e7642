import { isMadeByServer } from '../../../../src/api-server/defaults/index.ts';

/** Where two JSON values differ: `spec.replicas: 1 there, nothing here`. What the server makes itself is not compared. */
export function differences(theirs: unknown, ours: unknown, at = ''): readonly string[] {
  if (isRecord(theirs) && isRecord(ours)) {
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
    return names.flatMap((name) => compare(theirs[name], () => ours[name], at === '' ? name : `${at}.${name}`));
  }
  if (Array.isArray(theirs) && Array.isArray(ours) && theirs.length === ours.length) {
    return theirs.flatMap((item: unknown, index) => differences(item, ours[index], `${at}[${index}]`));
  }
  if (Object.is(theirs, ours) || (typeof ours === 'bigint' && Number(ours) === theirs)) return [];
  if (isDrawnName(theirs) && isDrawnName(ours)) return [];
  return [`${at}: ${shown(theirs)} there, ${shown(ours)} here`];
}

function compare(theirs: unknown, read: () => unknown, at: string): readonly string[] {
  try {
    return differences(theirs, read(), at);
  } catch (error) {
    if (isMadeByServer(error)) return [];
    throw error;
  }
}

function isDrawnName(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('kube-api-access-');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  try {
    return JSON.stringify(value).slice(0, 160);
  } catch {
    return 'something';
  }
}
