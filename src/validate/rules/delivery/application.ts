import { isLoose, listOf, mappingOf } from '../../../analysis/index.ts';
import type { Loose } from '../../../analysis/index.ts';
import type { ObjectRef } from '../../../kernel/index.ts';

/** The spec of an Application, or the one that an ApplicationSet makes Applications from. */
interface ApplicationSpec {
  readonly spec: Loose;
  readonly pointer: string;
  /** Texts may hold `{{...}}`, and generators and patches may add what is not here. */
  readonly isTemplate: boolean;
}

export const applicationKinds: readonly string[] = ['argoproj.io/Application', 'argoproj.io/ApplicationSet'];

/** Undefined when there is none to look at. */
export function applicationSpecOf(ref: ObjectRef, object: unknown): ApplicationSpec | undefined {
  const spec = mappingOf(object)['spec'];
  if (!isLoose(spec)) return undefined;
  if (ref.kind === 'Application') return { spec, pointer: '/spec', isTemplate: false };
  const inner = mappingOf(spec['template'])['spec'];
  return isLoose(inner) ? { spec: inner, pointer: '/spec/template/spec', isTemplate: true } : undefined;
}

interface Source {
  readonly source: Loose;
  readonly pointer: string;
}

/** As Argo CD takes them: `sources` before `source`. A source hydrator's dry source counts as one. */
export function sourcesOf({ spec, pointer }: ApplicationSpec): readonly Source[] {
  const { source, sources, sourceHydrator } = spec;
  if (isLoose(sourceHydrator)) {
    const { drySource } = sourceHydrator;
    return isLoose(drySource) ? [{ source: drySource, pointer: `${pointer}/sourceHydrator/drySource` }] : [];
  }
  const many = listOf(sources).flatMap((item, index) =>
    isLoose(item) ? [{ source: item, pointer: `${pointer}/sources/${index}` }] : [],
  );
  if (many.length > 0) return many;
  return isLoose(source) ? [{ source, pointer: `${pointer}/source` }] : [];
}

export function syncPolicyOf({ spec }: ApplicationSpec): Loose {
  return mappingOf(spec['syncPolicy']);
}

/** Whether a text is only known once an ApplicationSet has filled it in. */
export function isFilledIn(text: string): boolean {
  return text.includes('{{');
}
