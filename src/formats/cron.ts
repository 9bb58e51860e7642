import { goDuration } from './time.ts';
import { isTimeZoneName } from './time-zone-names.ts';

interface Field {
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
}

const fields: readonly Field[] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  {
    least: 1,
    most: 12,
    names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { least: 0, most: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];
const named = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);
const goSpace = /[\t\n\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/;

/**
 * A CronJob's schedule as the API server's parser (robfig/cron v3, ParseStandard) reads it: five fields or `@daily` and its like.
 * `TZ=Europe/Berlin ` in front parses; whether a CronJob may have it is for the CronJob to say.
 */
export function cronSchedule(schedule: string): string | undefined {
  const zoned = /^(?:CRON_)?TZ=([^ ]*)( [^]*)?$/.exec(schedule);
  if (zoned === null) return withoutZone(schedule);
  const [, zone = '', rest] = zoned;
  if (rest === undefined) return 'has a time zone only';
  if (zone !== '' && zone !== 'Local' && !isTimeZoneName(zone)) return `knows no time zone ${zone}`;
  return withoutZone(rest.split(goSpace).filter(Boolean).join(' '));
}

function withoutZone(schedule: string): string | undefined {
  if (schedule.startsWith('@')) {
    if (named.has(schedule)) return undefined;
    if (!schedule.startsWith('@every ')) return 'is no schedule that has a name';
    return goDuration(schedule.slice('@every '.length)) === undefined ? 'has no duration after @every' : undefined;
  }
  const parts = schedule.split(goSpace).filter((part) => part !== '');
  if (parts.length !== fields.length) return `must have five fields, has ${parts.length}`;
  for (const [position, field] of fields.entries()) {
    for (const range of (parts[position] ?? '').split(',')) {
      const wrong = range === '' ? undefined : rangeProblem(range, field);
      if (wrong !== undefined) return `${range} ${wrong}`;
    }
  }
  return undefined;
}

function rangeProblem(range: string, field: Field): string | undefined {
  const [span = '', stepText, ...moreSteps] = range.split('/');
  const [low = '', high, ...moreSpans] = span.split('-');
  if (moreSteps.length > 0) return "has more than one '/'";
  let from: number | undefined = field.least;
  let to: number | undefined = field.most;
  // After a star the server looks at nothing more before '/'.
  if (low !== '*' && low !== '?') {
    if (moreSpans.length > 0) return "has more than one '-'";
    from = numberOf(low, field);
    to = high === undefined ? from : numberOf(high, field);
  }
  const step = stepText === undefined ? 1 : numberOf(stepText);
  if (from === undefined || to === undefined || step === undefined) return 'is no number, name or star';
  if (stepText !== undefined && high === undefined) to = field.most;
  if (from < field.least || to > field.most) return `must be within ${field.least} and ${field.most}`;
  if (from > to) return 'ends before it starts';
  return step === 0 ? 'has a step of 0' : undefined;
}

function numberOf(text: string, field?: Field): number | undefined {
  const position = text === '' ? -1 : (field?.names?.indexOf(text.toLowerCase()) ?? -1);
  if (position >= 0) return position;
  return /^[-+]?\d+$/.test(text) && !/^-0*[1-9]/.test(text) && Math.abs(Number(text)) < 2 ** 63
    ? Number(text)
    : undefined;
}

/** Most machines have these beside the names of the database, and a server takes what its machine has. */
function withoutVariant(name: string): string {
  if (name === 'localtime' || name === 'posixrules') return 'UTC';
  return name.replace(/^(?:posix|right)\//, '');
}

/** A name of the IANA database, in its own case; `Local` and the empty name are refused. */
export function timeZone(name: string): string | undefined {
  if (name === '' || name.toLowerCase() === 'local') return 'must name a time zone of the IANA database';
  const odd = name.split('/').some((part) => part.startsWith('-') || !/^[A-Za-z.\-_0-9+]{1,14}$/.test(part));
  return odd || !isTimeZoneName(withoutVariant(name)) ? 'is no time zone of the IANA database' : undefined;
}
