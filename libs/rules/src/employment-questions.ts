import type { PersonalFile, Thing } from '@rt/domain';

/** The questions about the performer, for the order that the performer works on. If question or performer names no order, every order counts. */
export const questionsAbout = (
  file: PersonalFile,
  { created }: Thing<'performer'>,
): readonly Thing<'question'>[] =>
  file.things('question').filter(({ created: { data } }) => {
    if (data.partyId !== created.data.partyId) return false;
    return data.orderId === null || created.data.orderId === null || data.orderId === created.data.orderId;
  });
