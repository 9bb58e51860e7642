import { listOf, mappingOf, textOf } from '../../../analysis/index.ts';
import type { Loose } from '../../../analysis/index.ts';
import { cronSchedule, goDuration, timeZone } from '../../../formats/index.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';

export const argoSyncWindows = defineRule({
  id: 'argo-sync-windows',
  set: 'recommended',
  title:
    'A sync window of an AppProject opens: its kind, schedule, duration and time zone can be read, and it applies to something.',
  fix: 'Write `kind: allow` or `deny`, five fields of cron, a duration like `2h`, and what the window applies to.',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  check({ decoded }, report) {
    const spec = mappingOf(mappingOf(decoded.object)['spec']);
    for (const [index, item] of listOf(spec['syncWindows']).entries()) {
      for (const problem of problemsOf(mappingOf(item))) {
        report({ ...problem, pointer: `/spec/syncWindows/${index}${problem.pointer}` });
      }
    }
  },
});

function* problemsOf(window: Loose): Generator<Problem> {
  const { kind, schedule, duration, timeZone: zone } = window;
  if (kind !== 'allow' && kind !== 'deny') {
    const message = `the window is ${shown(kind)}, and Argo CD knows allow and deny`;
    yield { messageId: 'kind', message, pointer: at(window, 'kind'), allowed: 'allow, deny' };
  }
  // Argo CD's parser takes five fields only: no `@daily`.
  const text = textOf(schedule) ?? '';
  const wrong = text.startsWith('@') ? 'is no list of five fields' : cronSchedule(text);
  if (wrong !== undefined) {
    const message = `the schedule ${shown(schedule)} ${wrong}`;
    yield { messageId: 'schedule', message, pointer: at(window, 'schedule'), allowed: 'five fields of cron' };
  }
  if (goDuration(textOf(duration) ?? '') === undefined) {
    const message = `${shown(duration)} is no duration`;
    yield { messageId: 'duration', message, pointer: at(window, 'duration'), allowed: 'a duration like 90m or 2h' };
  }
  if (typeof zone === 'string' && zone !== '' && timeZone(zone) !== undefined) {
    const message = `${zone} is no time zone of the IANA database, and Argo CD takes UTC instead`;
    yield { messageId: 'time-zone', message, pointer: '/timeZone', seen: zone };
  }
  if (['applications', 'namespaces', 'clusters'].every((key) => listOf(window[key]).length === 0)) {
    const message = 'the window names no application, namespace or cluster, and so applies to none';
    yield { messageId: 'no-target', message, pointer: '', allowed: 'applications, namespaces, clusters' };
  }
}

function at(window: Loose, key: string): string {
  return key in window ? `/${key}` : '';
}

function shown(value: unknown): string {
  return value === undefined ? 'left out' : typeof value === 'string' ? `"${value}"` : 'no text';
}
