import type { SetObject, World } from '../analysis/index.ts';
import type { Finding } from '../kernel/index.ts';
import { optionsOf } from './check-object.ts';
import type { RuleOptions } from './check-object.ts';
import type { FileVerdict } from './engine.ts';
import { findingOf } from './finding.ts';
import { tellRepeatsApart } from './fingerprint.ts';
import { locateLater } from './locate.ts';
import { isSetRule } from './rule.ts';
import type { Problem, Rule, RuleSet, SetRule } from './rule.ts';
import { crashOf, refusePromise } from './rule-crash.ts';
import { ruleCrashedRule } from './rules/file-rules.ts';
import { suppressed } from './suppression.ts';
import { gap } from './validation.ts';
import type { NotChecked } from './validation.ts';

/** Plain files need not be all that a cluster has: there, what these rules miss may be elsewhere. */
const closedWorld: ReadonlySet<RuleSet> = new Set(['identity', 'reference']);

/** Asks the rules that are about the set. Objects are counted by the engine that read them. */
export function checkSet(world: World, rules: readonly Rule[], ruleOptions?: RuleOptions): FileVerdict {
  const findings = new Map<SetObject, Finding[]>();
  const notChecked: NotChecked[] = [];
  const { locate, settle } = locateLater();
  for (const rule of rules) {
    if (!isSetRule(rule) || !isAsked(rule, world)) continue;
    const add = (object: SetObject, problem: Problem): void => {
      const { ref, manifest } = object;
      const finding = suppressed(findingOf(rule, problem, { ref, manifest, locate }), rule, object);
      const own = findings.get(object);
      const open = world.facts === undefined && closedWorld.has(rule.set) && finding.severity === 'error';
      const said = open ? { ...finding, severity: 'warning' as const } : finding;
      if (own === undefined) findings.set(object, [said]);
      else own.push(said);
    };
    try {
      const returned: unknown = rule.checkSet(
        world,
        add,
        (reason, subject) => notChecked.push(gap(reason, subject, 1)),
        optionsOf(rule, ruleOptions),
      );
      refusePromise(returned);
    } catch (error) {
      notChecked.push(gap('rule-crashed', rule.id, 1));
      const [first] = world.objects;
      if (first === undefined) continue;
      const { ref, manifest } = first;
      const crash = findingOf(ruleCrashedRule, crashOf(rule, error), { ref, manifest, locate });
      findings.set(first, [...(findings.get(first) ?? []), crash]);
    }
  }
  settle();
  return {
    findings: [...findings.values()].flatMap((own) => tellRepeatsApart(own)),
    objects: 0,
    checked: 0,
    notChecked,
  };
}

function isAsked({ kinds }: SetRule, world: World): boolean {
  return kinds === 'every' || kinds.some((kind) => world.ofKind(kind).length > 0);
}
