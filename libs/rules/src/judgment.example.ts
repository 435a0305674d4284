/** A judgment that grants what the board had rejected, for the examples of the rules. */
export const GRANTED_BY_COURT = {
  outcome: 'changed',
  court: 'administrativeCourt',
  courtCaseNumber: '1234-26',
  grants: {
    law: { statute: '1993:387', section: '9 § 3' },
    measure: 'ledsagarservice',
    outcome: 'approval',
    grantedExtent: null,
  },
} as const;
