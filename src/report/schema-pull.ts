import type { PulledSchemas } from '../schema/index.ts';
import type { ReportBody } from './documents.ts';
import { plain } from './envelope.ts';
import type { Paint } from './paint.ts';
import { count } from './words.ts';

/** The `schema-pull` document of docs/schemas: paths relative to `platform/schemas/`. */
export function schemaPullBody({ written, unchanged, removed, withoutRelease }: PulledSchemas): ReportBody {
  return {
    summary: { written: written.length, unchanged: unchanged.length, removed: removed.length },
    written: plain(written),
    unchanged: plain(unchanged),
    removed: plain(removed),
    withoutRelease: plain(withoutRelease),
  };
}

export function schemaPullText({ written, unchanged, removed, withoutRelease }: PulledSchemas, paint: Paint): string {
  const lines = [
    ...written.map((path) => `${paint.green('written')}  platform/schemas/${path}`),
    ...removed.map((path) => `${paint.red('removed')}  platform/schemas/${path}`),
  ];
  if (withoutRelease.length > 0) {
    lines.push(
      `${paint.yellow('warning:')} ${count(withoutRelease.length, 'schema')} without a release: say with --release what they come from`,
    );
  }
  lines.push(`${count(written.length, 'schema')} written, ${unchanged.length} unchanged, ${removed.length} removed`);
  return `${lines.join('\n')}\n`;
}
