import { chargeTo } from './cost.ts';
import { evaluationError } from './failure.ts';
import { mapOf } from './map-value.ts';
import type { Plan, Step } from './plan.ts';
import type { ListLiteral, MapLiteral } from './syntax.ts';
import type { CelValue } from './value.ts';
import { listOf } from './value.ts';

export function planList(plan: Plan, list: ListLiteral): Step {
  const steps = list.elements.map((element) => plan.step(element));
  if (list.optional.size === 0) {
    return (frame) => {
      const items = steps.map((step) => step(frame));
      chargeTo(frame, 10);
      return listOf(items);
    };
  }
  return (frame) => {
    const items: CelValue[] = [];
    for (const [position, step] of steps.entries()) {
      const value = step(frame);
      const held = list.optional.has(position) ? unwrap(value) : value;
      if (held !== undefined) items.push(held);
    }
    chargeTo(frame, 10);
    return listOf(items);
  };
}

export function planMap(plan: Plan, map: MapLiteral): Step {
  const steps = map.entries.map(({ key, value, optional }) => ({
    key: plan.step(key),
    value: plan.step(value),
    optional,
  }));
  return (frame) => {
    const entries: (readonly [CelValue, CelValue])[] = [];
    for (const { key, value, optional } of steps) {
      const name = key(frame);
      const held = optional ? unwrap(value(frame)) : value(frame);
      if (held !== undefined) entries.push([name, held]);
    }
    chargeTo(frame, 30);
    return mapOf(entries);
  };
}

function unwrap(value: CelValue): CelValue | undefined {
  if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'optional') return value.value;
  throw evaluationError('an optional entry needs an optional value');
}
