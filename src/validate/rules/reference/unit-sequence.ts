import type { UnitRef } from '../../../kernel/index.ts';
import type { Fleet, Unit } from '../../../model/types.ts';

/** Whether a unit comes before another: an earlier wave, or required by it, over others too. */
export function orderOf(fleet: Fleet): (first: UnitRef, then: UnitRef) => boolean {
  const units = new Map(fleet.units.map((unit) => [unit.ref.id, unit]));
  const required = new Map<string, ReadonlySet<string>>();
  const allOf = (unit: Unit | undefined): ReadonlySet<string> => {
    if (unit === undefined) return new Set();
    const known = required.get(unit.ref.id);
    if (known !== undefined) return known;
    const all = new Set<string>(unit.requires);
    required.set(unit.ref.id, all);
    for (const id of unit.requires) for (const deeper of allOf(units.get(id))) all.add(deeper);
    return all;
  };
  return (first, then) => {
    const [one, other] = [units.get(first.id), units.get(then.id)];
    if (one === undefined || other === undefined) return true;
    return one.wave < other.wave || allOf(other).has(first.id);
  };
}
