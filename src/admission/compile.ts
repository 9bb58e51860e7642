import { admissionVariables, variablesType } from '../api-server/index.ts';
import { compileCel, dynType } from '../cel/index.ts';
import type { CelProgram, CelType } from '../cel/index.ts';
import type {
  MatchResources,
  ParamKind,
  ValidatingAdmissionPolicySpec,
} from '../schema/types/admissionregistration-v1.ts';

/** A text says why it cannot be evaluated here. */
export type Expression = CelProgram | string;

export interface CompiledValidation {
  readonly source: string;
  readonly expression: Expression;
  readonly message: string;
  readonly messageExpression: Expression | undefined;
}

/** A policy whose expressions are ready to be evaluated. */
export interface CompiledPolicy {
  readonly constraints: MatchResources;
  readonly paramKind: ParamKind | undefined;
  /** An error counts for nothing instead of as a denial. */
  readonly ignoresErrors: boolean;
  readonly conditions: readonly Expression[];
  readonly variables: ReadonlyMap<string, Expression>;
  readonly validations: readonly CompiledValidation[];
  readonly annotations: readonly Expression[];
}

/** Never throws; an expression that the server would refuse is one that cannot be evaluated. */
export function compilePolicy(spec: ValidatingAdmissionPolicySpec, minor: number): CompiledPolicy {
  const params = spec.paramKind !== undefined;
  const plain = admissionVariables({ params, authorizer: true });
  const silent = admissionVariables({ params, authorizer: false });
  const compile = (
    source: string,
    variables: Readonly<Record<string, CelType>>,
  ): { expression: Expression; type: CelType } => compileOne(source, variables, minor);
  const types = new Map<string, CelType>();
  const variables = new Map<string, Expression>();
  for (const { name = '', expression: source = '' } of spec.variables ?? []) {
    const { expression, type } = compile(source, { ...plain, variables: variablesType(types) });
    variables.set(name, expression);
    types.set(name, type);
  }
  const own = { variables: variablesType(types) };
  return {
    constraints: spec.matchConstraints ?? {},
    paramKind: spec.paramKind,
    ignoresErrors: spec.failurePolicy === 'Ignore',
    conditions: (spec.matchConditions ?? []).map(({ expression = '' }) => compile(expression, plain).expression),
    variables,
    validations: (spec.validations ?? []).map(({ expression = '', message = '', messageExpression = '' }) => ({
      source: expression.trim(),
      expression: compile(expression, { ...plain, ...own }).expression,
      message: message.trim(),
      messageExpression:
        messageExpression === '' ? undefined : compile(messageExpression, { ...silent, ...own }).expression,
    })),
    annotations: (spec.auditAnnotations ?? []).map(
      ({ valueExpression = '' }) => compile(valueExpression, { ...plain, ...own }).expression,
    ),
  };
}

function compileOne(
  source: string,
  variables: Readonly<Record<string, CelType>>,
  minor: number,
): { expression: Expression; type: CelType } {
  const compiled = compileCel(source.trim(), { minor, use: 'admission', expressions: 'stored', variables });
  if (compiled.outcome === 'compiled') return { expression: compiled.program, type: compiled.type };
  const reason = compiled.outcome === 'unsupported' ? compiled.reason : (compiled.problems[0]?.message ?? '');
  return { expression: `${compiled.outcome === 'invalid' ? 'does not compile: ' : ''}${reason}`, type: dynType };
}
