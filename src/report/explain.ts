import { formatLocation, formatObject } from '../kernel/index.ts';
import type { Explanation } from '../synth/index.ts';
import type { ReportBody } from './documents.ts';
import { compare, plain } from './envelope.ts';
import type { Paint } from './paint.ts';
import { count } from './words.ts';

export function explainBody(report: readonly Explanation[], subject: string): ReportBody {
  const items = sorted(report);
  return {
    subject,
    units: plain(items),
    summary: { units: items.length, objects: items.reduce((sum, item) => sum + item.objects.length, 0) },
  };
}

/** Per unit: who owns it, where it was declared, and each object with its file, line and construct path. */
export function explainText(report: readonly Explanation[], paint: Paint): string {
  return sorted(report)
    .map((item) => {
      const lines = [
        `${paint.bold(item.unit.id)} (${item.unit.kind})`,
        `   owner     ${item.owner}`,
        `   declared  ${formatLocation(item.declared)} (${item.declared.symbol})`,
        `   wave      ${item.wave}${item.requires.length === 0 ? '' : `, after ${item.requires.join(', ')}`}`,
        `   objects   ${count(item.objects.length, 'file')}`,
      ];
      for (const one of item.objects) {
        lines.push(`   ${paint.bold(one.file)}`);
        if (one.object !== undefined) lines.push(`      object     ${formatObject(one.object)}`);
        if (one.declared !== undefined) lines.push(`      declared   ${formatLocation(one.declared)}`);
        if (one.constructPath !== undefined) lines.push(`      construct  ${one.constructPath}`);
      }
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

function sorted(report: readonly Explanation[]): readonly Explanation[] {
  return report.toSorted((a, b) => compare(a.unit.id, b.unit.id)).map(withSortedObjects);
}

function withSortedObjects(item: Explanation): Explanation {
  return { ...item, objects: item.objects.toSorted((a, b) => compare(a.file, b.file)) };
}
