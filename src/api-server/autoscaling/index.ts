import type { KindValidation } from '../kind-validation.ts';
import { horizontalPodAutoscalerValidation } from './horizontal-pod-autoscaler.ts';

export const autoscalingKinds: readonly KindValidation[] = [horizontalPodAutoscalerValidation];
