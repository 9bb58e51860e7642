import { isMapping } from '../analysis/index.ts';
import type { PodView } from '../analysis/index.ts';
import type { Finding, FindingWaiver } from '../kernel/index.ts';
import type { RuleMetadata, RuleSet } from './rule.ts';

/** An object, decoded, and the pod in it. */
export interface Annotated {
  readonly object: unknown;
  readonly pod: PodView | undefined;
}

export interface Suppression {
  /** Key of the annotation. */
  readonly key: string;
  readonly inTemplate: boolean;
  readonly tool: string;
  /** `undefined`: all checks of the tool. */
  readonly check: string | undefined;
  readonly reason: string | undefined;
}

/** What an API server would refuse, and what isolates tenants, is not for an annotation to decide. */
const suppressible: ReadonlySet<RuleSet> = new Set(['recommended', 'strict', 'reference']);

type Reader = (key: string, value: string) => readonly Omit<Suppression, 'key' | 'inTemplate'>[];

/** By tool, as it reads an annotation itself. */
const readers: readonly Reader[] = [
  // kube-linter, pkg/ignore: the object's own annotations; any value counts and is the reason.
  (key, value) => {
    if (key === 'kube-linter.io/ignore-all') return [{ tool: 'kube-linter', check: undefined, reason: value }];
    const check = after(key, 'ignore-check.kube-linter.io/');
    return check === undefined ? [] : [{ tool: 'kube-linter', check, reason: value }];
  },
  // kube-score, scorecard: a list; one check implies another.
  (key, value) => {
    if (key !== 'kube-score/ignore') return [];
    const named = value.split(',').map((check) => check.trim());
    const implied = named.includes('container-resources') ? ['container-ephemeral-storage-request-and-limit'] : [];
    return [...named, ...implied].map((check) => ({ tool: 'kube-score', check, reason: undefined }));
  },
  // Polaris, pkg/validator: only `true`, in any case.
  (key, value) => {
    const name = value.toLowerCase() === 'true' ? after(key, 'polaris.fairwinds.com/') : undefined;
    if (name === 'exempt') return [{ tool: 'polaris', check: undefined, reason: undefined }];
    return name?.endsWith('-exempt') === true
      ? [{ tool: 'polaris', check: name.slice(0, -'-exempt'.length), reason: undefined }]
      : [];
  },
  // checkov, kubernetes_utils: `ID=comment` under any number of such keys.
  (key, value) => {
    if (!key.includes('checkov.io/skip') && !key.includes('bridgecrew.io/skip')) return [];
    const [check = '', ...comment] = value.split('=');
    return [{ tool: 'checkov', check: check.trim(), reason: comment.join('=') }];
  },
  // Monokle, annotation suppressor: by the rule's id; `false` and nothing do not count, another text is the reason.
  (key, value) => {
    const check = after(key, 'monokle.io/suppress.');
    if (check === undefined || value === '' || value === 'false') return [];
    return [{ tool: 'monokle', check, reason: value === 'true' ? undefined : value }];
  },
];

/** What the annotations of an object and of its pod template ask the tools to pass over. */
export function suppressionsIn({ object, pod }: Annotated): readonly Suppression[] {
  const own = read(isMapping(object) ? object['metadata'] : undefined, false);
  const inTemplate = pod === undefined || pod.pointer === '' ? [] : read(pod.metadata, true).filter(isReadInTemplates);
  return [...own, ...inTemplate];
}

/** Custom resources come as they were read: nothing is certain. */
function read(metadata: unknown, inTemplate: boolean): readonly Suppression[] {
  const annotations: unknown = isMapping(metadata) ? metadata['annotations'] : undefined;
  if (!isMapping(annotations)) return [];
  return Object.entries(annotations).flatMap(([key, value]) =>
    typeof value === 'string'
      ? readers.flatMap((reader) => reader(key, value)).map((said) => Object.assign({ key, inTemplate }, said))
      : [],
  );
}

/** kube-score alone looks at a template's annotations, for its checks of pods. */
function isReadInTemplates({ tool, check }: Suppression): boolean {
  return tool === 'kube-score' && /^(?:container|pod|environment)-/.test(check ?? '');
}

/** The finding, marked if an annotation of a tool that has the same rule silences it. */
export function suppressed(finding: Finding, rule: RuleMetadata, annotated: Annotated): Finding {
  // Not all of the rule's, where the case is one of several that other tools tell apart.
  const { aliases } = finding;
  if (aliases === undefined || !suppressible.has(rule.set)) return finding;
  const said = suppressionsIn(annotated);
  const found = said.find((one) => silences(one, aliases));
  if (found === undefined) return finding;
  const waiver: FindingWaiver = { reason: reasonOf(found) };
  return { ...finding, waiver };
}

function silences({ tool, check }: Suppression, aliases: readonly string[]): boolean {
  return aliases.some((alias) => {
    const name = after(alias, `${tool}/`);
    if (name === undefined || check === undefined) return name !== undefined;
    return tool === 'monokle' ? name.toLowerCase() === check.toLowerCase() : name === check;
  });
}

function reasonOf({ key, reason }: Suppression): string {
  const text = reason === undefined || reason.trim() === '' ? '' : `: ${reason.trim()}`;
  return `annotation ${key}${text}`.slice(0, 300);
}

function after(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}
