import { compilePolicy, judgeBinding, requestFor, servedKind } from '../../../../src/admission/index.ts';
import type {
  AdmissionRequest,
  CompiledPolicy,
  Judgement,
  Kinds,
  ParamSource,
} from '../../../../src/admission/index.ts';
import { selects } from '../../../../src/analysis/index.ts';
import type { JsonObject } from '../../../../src/kernel/index.ts';
import type { Bound } from './corpus.ts';
import type { Stage } from './stage.ts';

/** What Keelson says of an object: by policy, undefined for those that are not about it. */
export type Ours = ReadonlyMap<string, Judgement | undefined>;

export type AskOurselves = (object: JsonObject) => Ours;

type Spec = Parameters<typeof compilePolicy>[0];

/** `user`: who asks the server. */
export function openOurs(
  bound: readonly Bound[],
  stage: Pick<Stage, 'namespaces' | 'stored' | 'schemas'>,
  minor: number,
  user: JsonObject,
): AskOurselves {
  const { schemas } = stage;
  const kinds: Kinds = {
    minor,
    customKind: (apiVersion, kind) =>
      schemas.find((one) => `${one.group}/${one.version}` === apiVersion && one.kind === kind),
  };
  const params = paramsIn(stage.stored, kinds);
  const compiled = bound.map((one): readonly [Bound, CompiledPolicy] => [
    one,
    compilePolicy(one.policy['spec'] as Spec, minor),
  ]);
  return (object) => {
    const { request } = requestFor(object, {
      ...kinds,
      namespace: (name) => stage.namespaces.get(name),
      customVersions: (group, kind) =>
        schemas.filter((one) => one.group === group && one.kind === kind).map((one) => `${group}/${one.version}`),
    });
    const asked: AdmissionRequest = Object.create(request, {
      userInfo: { value: user },
      dryRun: { value: true },
    }) as AdmissionRequest;
    return new Map(
      compiled.map(([one, policy]) => [one.name, judgeBinding(policy, one.binding['spec'] as object, asked, params)]),
    );
  };
}

function paramsIn(stored: readonly JsonObject[], kinds: Kinds): ParamSource {
  return {
    isNamespaced: ({ apiVersion = '', kind = '' }) => servedKind(apiVersion, kind, kinds)?.namespaced,
    find: ({ kind, namespace, name, selector }) =>
      stored
        .filter((object) => {
          const metadata = object['metadata'] as { name: string; namespace?: string; labels?: Record<string, string> };
          return (
            object['apiVersion'] === kind.apiVersion &&
            object['kind'] === kind.kind &&
            metadata.namespace === namespace &&
            (name === undefined ? selects(selector ?? {}, metadata.labels ?? {}) : metadata.name === name)
          );
        })
        .map((object) => servedKind(kind.apiVersion ?? '', kind.kind ?? '', kinds)?.receive(object) ?? object),
  };
}
