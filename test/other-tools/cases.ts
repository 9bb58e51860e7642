import { podCases } from './kube-linter/pods.ts';
import { reliabilityCases as kubeLinterReliability } from './kube-linter/reliability.ts';
import { setCases } from './kube-linter/sets.ts';
import { accessCases } from './polaris/access.ts';
import { efficiencyCases, reliabilityCases } from './polaris/reliability.ts';
import { securityCases } from './polaris/security.ts';

export const kubeLinterCases = [...podCases, ...kubeLinterReliability, ...setCases];
export const polarisCases = [...reliabilityCases, ...efficiencyCases, ...securityCases, ...accessCases];
