import type { Directory } from '@rt/identity';

/** The name of a unit as people know it; its id where the directory has no such unit. */
export const unitName = ({ units }: Pick<Directory, 'units'>, unitId: string): string =>
  units.find((unit) => unit.unitId === unitId)?.name ?? unitId;
