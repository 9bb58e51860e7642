const quantity = /^[ \u00A0]*[+-]?\d*(?:\.\d*)?(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d{1,18})?[ \u00A0]*$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const time = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|[+-](\d\d):(\d\d))$/;

/** What `resource.Quantity` can be read from; numbers count as their text. Signs and suffixes without digits are zero to it. */
export function isQuantity(value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'bigint') return true;
  return typeof value === 'string' && quantity.test(value) && value.trim() !== '';
}

/** Go's standard base64: padded, line breaks allowed anywhere. */
export function isBase64(text: string): boolean {
  return base64.test(/[\r\n]/.test(text) ? text.replaceAll(/[\r\n]/g, '') : text);
}

/** RFC 3339 as Go's `time.Parse` reads it: an hour of one digit and a comma before fractions pass. */
export function isTime(value: unknown): boolean {
  return typeof value === 'string' && fractionDigits(value) !== undefined;
}

/** The same with exactly six digits of fraction. */
export function isMicroTime(value: unknown): boolean {
  return typeof value === 'string' && fractionDigits(value) === 6;
}

function fractionDigits(text: string): number | undefined {
  const match = time.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  if (Number(match[8] ?? 0) > 24 || Number(match[9] ?? 0) > 60) return undefined;
  return match[7]?.length ?? 0;
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
