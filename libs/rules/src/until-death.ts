/** A death ends the duties of every case of the person. The cases stay open until they are closed, and who may read the file does not change. */
import { diedOn, type LocalDate, type PersonalFile } from '@rt/domain';

interface Owed {
  readonly arisesOn: LocalDate;
  readonly fulfilledOn?: LocalDate;
  readonly voidedOn?: LocalDate;
}

/**
 * What is left of duties when the person dies: those that were settled by then as they were, those that were open voided from the day of death,
 * pending or overdue, and none that would have arisen later. What is done after the death meets no duty.
 */
export const untilDeath = <O extends Owed>(file: PersonalFile, owed: readonly O[]): readonly O[] => {
  const death = diedOn(file);
  if (death === undefined) return owed;
  return owed.flatMap((duty) => {
    const { fulfilledOn, voidedOn } = duty;
    if (duty.arisesOn > death) return [];
    const isSettled = [fulfilledOn, voidedOn].some((day) => day !== undefined && day <= death);
    if (isSettled) return [duty];
    const { fulfilledOn: _, ...open } = duty;
    return [{ ...open, voidedOn: death } as O];
  });
};
