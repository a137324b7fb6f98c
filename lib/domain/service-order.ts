import type { ProjectSpec } from "./spec.ts";

/** Everything a service needs, also by way of others, in no order. A circle ends where it began. */
export function dependenciesOf(spec: ProjectSpec, name: string, seen: readonly string[] = [name]): string[] {
  const direct = (spec.services.find((service) => service.name === name)?.dependsOn ?? []).filter(
    (next) => !seen.includes(next),
  );
  return [...new Set(direct.flatMap((next) => [next, ...dependenciesOf(spec, next, [...seen, next])]))];
}

interface Container {
  readonly name: string;
  readonly service: string;
}

/** Dependents before what they depend on: web, api, db. */
export function byDependents(spec: ProjectSpec): (a: Container, b: Container) => number {
  const depth = new Map<string, number>();
  const depthOf = (name: string, seen: readonly string[] = []): number => {
    const known = depth.get(name);
    if (known !== undefined) return known;
    const dependencies = spec.services.find((service) => service.name === name)?.dependsOn ?? [];
    const value = Math.max(
      0,
      ...dependencies.filter((next) => !seen.includes(next)).map((next) => 1 + depthOf(next, [...seen, name])),
    );
    depth.set(name, value);
    return value;
  };
  return (a, b) => depthOf(b.service) - depthOf(a.service) || (a.name < b.name ? -1 : 1);
}
