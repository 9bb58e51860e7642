import { z } from 'zod';
import type { OwnObjectRule, OwnSetRule } from '../author-types.ts';
import { code, Json, optional, type Shape } from './shape.ts';
import { pattern, prose, text } from './text.ts';

export const RuleId = pattern(
  'the id of a rule: words of lower-case letters and digits, joined by `-`',
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
);

export const SeverityName = z.enum(['error', 'warning', 'info']);

export const Tiers = z.array(z.enum(['sandbox', 'ci', 'dev', 'pre-prod', 'prod', 'management'])).min(1, 'it is empty');

/** `<group>/<Kind>`. */
export const GroupKind = pattern(
  'a kind as <group>/<Kind>, for example apps/Deployment or /Service',
  /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?)?\/[A-Z][A-Za-z0-9]{0,62}$/,
);

export const PagePath = text('the path of a Markdown file inside the repository', (value) =>
  /^[^/\\].*\.md$/.test(value) && !value.split('/').includes('..') ? undefined : 'not the path of a Markdown file',
);

type Both = Omit<OwnObjectRule, 'kinds' | 'check'> & {
  readonly kinds: OwnObjectRule['kinds'];
  readonly check?: OwnObjectRule['check'];
  readonly checkSet?: OwnSetRule['checkSet'];
};

export const OwnRule = z
  .strictObject({
    id: RuleId,
    set: optional(z.enum(['identity', 'reference', 'recommended', 'strict'])),
    title: prose(253),
    fix: prose(500),
    severity: SeverityName,
    aliases: optional(
      z.array(pattern("the id of another tool's rule, for example kube-linter/latest-tag", /^[a-z0-9-]+\/\S+$/)),
    ),
    tiers: optional(Tiers),
    restates: optional(z.array(RuleId)),
    opposite: optional(RuleId),
    needs: optional(z.enum(['fleet'])),
    options: optional(Json),
    docs: optional(PagePath),
    kinds: z.union([z.enum(['every', 'pod-template', 'custom', 'unknown']), z.array(GroupKind).min(1, 'it is empty')]),
    check: optional(code<OwnObjectRule['check']>()),
    checkSet: optional(code<OwnSetRule['checkSet']>()),
  } satisfies Shape<Both>)
  .superRefine((rule, context) => {
    const { check, checkSet, kinds } = rule;
    if ((check === undefined) === (checkSet === undefined)) {
      const message = 'a rule has either `check` (about one object) or `checkSet` (about all objects of a cluster)';
      context.addIssue({ code: 'custom', path: [check === undefined ? 'check' : 'checkSet'], message });
    } else if (checkSet !== undefined && typeof kinds === 'string' && kinds !== 'every') {
      context.addIssue({ code: 'custom', path: ['kinds'], message: 'with `checkSet`, `every` or a list of kinds' });
    }
  });
