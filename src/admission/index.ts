export { compilePolicy } from './compile.ts';
export type { CompiledPolicy } from './compile.ts';
export type { Denial, Judgement } from './judge.ts';
export { judgeBinding } from './judge-binding.ts';
export type { ParamQuery, ParamSource } from './params.ts';
export type { AdmissionRequest, Json, OtherVersion, RequestNamespace, Resource } from './request.ts';
