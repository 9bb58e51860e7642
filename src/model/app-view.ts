import type { Declared, JsonObject } from '../kernel/index.ts';
import { appName } from './app-kinds.ts';
import type { AppEntry, AppEnvironment } from './apps.ts';
import type { App, Tenant } from './fleet.ts';
import { findNonJson, overlay } from './frozen.ts';
import { sortedRecord } from './order.ts';
import { quote, thrownText } from './problems.ts';
import type { Problems } from './problems.ts';

/** An app as one environment sees it; `image` is what the environment's images file sets. */
export function appView(
  entry: AppEntry,
  inEnvironment: AppEnvironment,
  tenant: Tenant,
  image: string | undefined,
  problems: Problems,
): App {
  const value = entry.declaration.value;
  const own = 'image' in value.origin ? value.origin.image : undefined;
  const chosen = own === undefined ? undefined : (image ?? own);
  return {
    name: entry.name,
    tenant: tenant.name,
    ...(value.kind === undefined ? {} : { kind: value.kind }),
    description: value.description ?? '',
    origin: value.origin,
    ...(chosen === undefined ? {} : { image: chosen }),
    namespace: tenant.namespaces[0] ?? '',
    spec: parseSpec(entry, inEnvironment, problems),
    labels: sortedRecord(Object.entries({ ...tenant.labels, ...value.labels })),
    extensions: value.extensions ?? {},
  };
}

/** The kind's reading of the app's spec with the environment's laid over it; `{}` once something is wrong with it. */
function parseSpec(entry: AppEntry, inEnvironment: AppEnvironment, problems: Problems): JsonObject {
  const { declaration, kind } = entry;
  if (kind === undefined) return {};
  const what = `${appName(declaration)} in environment ${quote(inEnvironment.name)}`;
  const crash = (text: string): JsonObject => {
    problems.addOnce(
      'app-kind-failed',
      kind.declared,
      `Kind ${quote(kind.value.name)} failed to read the spec of ${what}: ${text}`,
      "A kind's schema must say what is wrong with a spec, and give JSON for a good one.",
    );
    return {};
  };
  try {
    const parsed = kind.value.parse(overlay(declaration.value.spec ?? {}, inEnvironment.spec));
    if (parsed.ok) {
      const nonJson = findNonJson(parsed.value);
      return nonJson === undefined ? parsed.value : crash(`${nonJson.seen} at ${quote(nonJson.pointer)} is not JSON.`);
    }
    for (const issue of parsed.issues) {
      problems.add(
        'app-spec-invalid',
        issueLocation(entry, inEnvironment, issue.pointer),
        `${quote(`spec${issue.pointer}`)} of app ${appName(declaration)}: ${issue.message}`,
        issue.hint ?? `The fields are those of kind ${quote(kind.value.name)}, ${kind.declared.file}.`,
      );
    }
    return {};
  } catch (thrown) {
    return crash(thrownText(thrown));
  }
}

/** The environment's own spec when that gives the field, the app's otherwise. */
function issueLocation(entry: AppEntry, inEnvironment: AppEnvironment, pointer: string): Declared {
  const field = (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
  const over = inEnvironment.pointer !== undefined && Object.hasOwn(inEnvironment.spec, field);
  return entry.declaration.at(`${over ? inEnvironment.pointer : '/spec'}${pointer}`);
}
