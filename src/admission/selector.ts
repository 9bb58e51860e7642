import { selects } from '../analysis/index.ts';
import type { LabelSelector } from '../schema/types/meta-v1.ts';
import { both } from './answer.ts';
import type { Answer } from './answer.ts';
import { isNamespaceObject, labelsOf } from './request.ts';
import type { AdmissionRequest, LabelTexts } from './request.ts';

const nameLabel = 'kubernetes.io/metadata.name';

export function isEmptySelector({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

/** The selector of a policy or binding about the namespace that an object is in, or is. */
export function matchesNamespace(selector: LabelSelector = {}, request: AdmissionRequest): Answer {
  if (isNamespaceObject(request)) return selects(selector, labelsOf(request.object));
  const { namespace } = request;
  if (namespace === undefined || isEmptySelector(selector)) return true;
  if (namespace.object !== undefined) return selects(selector, labelsOf(namespace.object));
  const { name } = namespace;
  if (name === undefined) return 'it is not known which namespace the object is for';
  return selectsPartly(selector, { [nameLabel]: name }, `the labels of namespace ${name} are not known`);
}

/** Whether a selector takes labels of which only some are known. */
function selectsPartly(selector: LabelSelector, known: LabelTexts, unknown: string): Answer {
  const terms = [
    ...Object.entries(selector.matchLabels ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] })),
    ...(selector.matchExpressions ?? []),
  ];
  return both(
    ...terms.map((term) => {
      if (!Object.hasOwn(known, term.key ?? '')) return unknown;
      return selects({ matchExpressions: [term] }, known);
    }),
  );
}

/** The selector about the object's own labels: those before a change count, too. */
export function matchesObject(selector: LabelSelector = {}, request: AdmissionRequest): boolean {
  if (isEmptySelector(selector)) return true;
  const { object, oldObject } = request;
  return selects(selector, labelsOf(object)) || (oldObject !== undefined && selects(selector, labelsOf(oldObject)));
}
