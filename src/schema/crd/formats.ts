import { goDuration, parseCidr, parseIp } from '../../formats/index.ts';
import { isCreditCard, isIsbn10, isIsbn13, isMac } from './rare-formats.ts';
import { isEmail, isRequestUri } from './address-formats.ts';

type Form = (text: string) => boolean;

const hostname =
  /^(?:[a-zA-Z0-9\p{S}\p{L}](?:-?[a-zA-Z0-9\p{S}\p{L}]{0,62})?|(?:[a-zA-Z0-9\p{S}\p{L}](?:[a-zA-Z0-9\-\p{S}\p{L}]{0,61}[a-zA-Z0-9\p{S}\p{L}])?\.)+[a-zA-Z\p{L}]{2,63})$/u;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;
const clock = /^(\d{2}):(\d{2}):(\d{2})(?:.\d+)?(?:z|[+-]\d{2}:\d{2})$/su;
const colour = '(?:0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])';
const shortName = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';

const forms: Readonly<Record<string, readonly [words: string, form: Form]>> = {
  bsonobjectid: ['a BSON object id of 24 hex digits', pattern(/^[0-9a-fA-F]{24}$/)],
  uri: ['an absolute URI or path', isRequestUri],
  email: ['an email address', isEmail],
  hostname: ['a host name', isHostname],
  ipv4: ['an IPv4 address', (text) => text.includes('.') && isAddress(text)],
  ipv6: ['an IPv6 address', (text) => text.includes(':') && isAddress(text)],
  cidr: ['a network such as 10.0.0.0/8', isNetwork],
  mac: ['a MAC address', isMac],
  uuid: ['a UUID', pattern(/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i)],
  uuid3: ['a UUID of version 3', pattern(/^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i)],
  uuid4: ['a UUID of version 4', pattern(/^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i)],
  uuid5: ['a UUID of version 5', pattern(/^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i)],
  isbn: ['an ISBN', (text) => isIsbn10(text) || isIsbn13(text)],
  isbn10: ['an ISBN of 10 digits', isIsbn10],
  isbn13: ['an ISBN of 13 digits', isIsbn13],
  creditcard: ['a credit card number', isCreditCard],
  ssn: [
    'a social security number such as 123-45-6789',
    (text) => text.length === 11 && /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(text),
  ],
  hexcolor: ['a colour such as #1a2b3c', pattern(/^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)],
  rgbcolor: [
    'a colour such as rgb(1,2,3)',
    pattern(new RegExp(`^rgb\\(\\s*${colour}\\s*,\\s*${colour}\\s*,\\s*${colour}\\s*\\)$`)),
  ],
  byte: ['base64 text', pattern(base64)],
  password: ['a password', () => true],
  date: ['a date such as 2026-01-31', isDate],
  duration: ['a duration such as 1h30m', isDuration],
  datetime: ['a time such as 2026-01-31T12:00:00Z', isDateTime],
  k8sshortname: ['a DNS label', (text) => text.length <= 63 && new RegExp(`^${shortName}$`).test(text)],
  k8slongname: [
    'a DNS subdomain',
    (text) => text.length <= 253 && new RegExp(`^${shortName}(?:\\.${shortName})*$`).test(text),
  ],
};

/** Formats of strings that the server looks at; `-` does not count in their names. */
export function isKnownFormat(format: string, minor: number): boolean {
  const name = format.replaceAll('-', '');
  return Object.hasOwn(forms, name) && (minor >= 34 || !name.startsWith('k8s'));
}

/** What a text should be instead, `unknown` for a format of no strings, undefined when it is fine. */
export function formatProblem(format: string, text: string): string | undefined {
  const known = forms[format.replaceAll('-', '')];
  if (known === undefined) return 'unknown';
  const [words, form] = known;
  return form(text) ? undefined : `must be ${words}`;
}

function pattern(expression: RegExp): Form {
  return (text) => expression.test(text);
}

function isHostname(text: string): boolean {
  return text.length <= 255 && hostname.test(text) && text.split('.').every((label) => Buffer.byteLength(label) <= 63);
}

/** The server tolerates zeroes at the front of an IPv4 address here. */
function isAddress(text: string): boolean {
  return parseIp(text) !== undefined;
}

function isNetwork(text: string): boolean {
  return parseCidr(text) !== undefined;
}

function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === '' || Number(month) < 1 || Number(month) > 12) return false;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

/** The parts are split at the letter T, in either case; what stands after a second one is not looked at. */
function isDateTime(text: string): boolean {
  const [date = '', time] = text.toLowerCase().split('t');
  if (time === undefined || !isDate(date)) return false;
  const [, hour = '', minute = '', second = ''] = clock.exec(time) ?? [];
  return hour !== '' && hour <= '23' && minute <= '59' && second <= '59';
}

/** Go's durations, or any text with a number and a unit somewhere in it: `3 days`. */
function isDuration(text: string): boolean {
  if (goDuration(text) !== undefined) return true;
  const units = [...text.matchAll(/(\d+)\s*([A-Za-zµ]+)/g)];
  return (
    units.every(([, digits = '']) => digits.length < 19) && units.some(([, , unit = '']) => isUnit(unit.toLowerCase()))
  );
}

function isUnit(unit: string): boolean {
  const whole = ['ns', 'us', 'µs', 'ms', 's', 'm', 'h', 'hr', 'd', 'w', 'wk'];
  const begun = ['nano', 'micro', 'milli', 'sec', 'min', 'hour', 'day', 'week'];
  return whole.includes(unit) || begun.some((start) => unit.startsWith(start));
}
