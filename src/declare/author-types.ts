import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { z } from 'zod';
import type {
  App,
  AppInput,
  AppKindDeclaration,
  BaselineDeclaration,
  ComponentDeclaration,
  ComponentInput,
  PolicyDeclaration,
  RuleSetting,
  TenantInput,
  WaiverDeclaration,
} from '../model/types.ts';
import type { ObjectRule, RuleId, SetRule } from '../validate/index.ts';

/** The argument of `defineComponent`: `ComponentDeclaration` with the scope as what it is, a cdk8s Chart. */
export interface ComponentDefinition extends Omit<ComponentDeclaration, 'build' | 'contribute'> {
  /** Its objects. The chart's namespace is the component's. Sees only `input`. Left out: the unit is the chart alone. */
  build?(scope: Chart, input: ComponentInput): void;
  /** Objects that it contributes to each tenant's baseline unit on its cluster. */
  contribute?(scope: Construct, input: TenantInput): void;
}

/** The argument of `defineBaseline`. */
export interface BaselineDefinition extends Omit<BaselineDeclaration, 'build'> {
  build(scope: Chart, input: TenantInput): void;
}

/** What `build` of an app kind sees: `app.spec` has passed the kind's schema. */
export interface AppKindInput<Spec> extends Omit<AppInput, 'app'> {
  readonly app: Omit<App, 'spec'> & { readonly spec: Spec };
}

/** The argument of `defineAppKind`. */
export interface AppKindDefinition<Schema extends z.ZodType> extends Omit<
  AppKindDeclaration,
  'schema' | 'parse' | 'build'
> {
  /** Checks an app's `spec` and fills in its defaults; what comes out must be JSON. Use `z.strictObject`. */
  readonly schema: Schema;
  build(scope: Chart, input: AppKindInput<z.output<Schema>>): void;
}

/** What rules of an organisation's own may leave out: they are in `recommended`, and their page is `platform/policy/<id>.md`. */
interface OwnRuleMetadata {
  readonly set?: 'identity' | 'reference' | 'recommended' | 'strict';
  /** Repo-relative path of its page. */
  readonly docs?: string;
}

export type OwnObjectRule = Omit<ObjectRule, 'set' | 'docs'> & OwnRuleMetadata;
export type OwnSetRule = Omit<SetRule, 'set' | 'docs'> & OwnRuleMetadata;

/** The argument of `defineRule`. */
export type OwnRule = OwnObjectRule | OwnSetRule;

/** An id of a rule of the organisation's own: any text, while an editor offers the ids of the package's rules. */
type OwnRuleId = string & Record<never, never>;

/** The argument of `defineWaiver`. */
export interface WaiverDefinition extends Omit<WaiverDeclaration, 'rule'> {
  readonly rule: RuleId | OwnRuleId;
}

/** The argument of `definePolicy`. */
export interface PolicyDefinition extends Omit<PolicyDeclaration, 'rules'> {
  /** By id of the rule. */
  readonly rules: { readonly [Id in RuleId]?: RuleSetting } & Readonly<Record<string, RuleSetting>>;
}
