/** When the plan of an order must be renewed: some time after its approval, and after a change of the order. */
import { latest, type LocalDate, type Thing } from '@rt/domain';
import type { Duty } from './deadline';
import { unreturnedTimes } from './plan-over';

type Renewal = Duty<{
  readonly approvedOn?: LocalDate;
  readonly validTo?: LocalDate;
  readonly revisedOn?: LocalDate;
}>;

export const afterApproval = (order: Thing<'order'>, plans: readonly Thing<'plan'>[]): readonly Renewal[] =>
  plans.flatMap((plan, index) => {
    const dayOf = ({ occurredOn }: { readonly occurredOn: LocalDate }): LocalDate =>
      latest(order.created.occurredOn, plan.created.occurredOn, occurredOn);
    const next = plans[index + 1]?.created;
    const { validTo } = plan.created.data;
    let approvedOn: LocalDate | undefined;
    return unreturnedTimes(plan).flatMap(({ approved, to }): readonly Renewal[] => {
      if (!approved) return [];
      approvedOn ??= dayOf(approved);
      if (next && next.occurredOn <= dayOf(approved)) return [];
      return [
        {
          subject: plan.id,
          trigger: approved,
          arisesOn: dayOf(approved),
          overOn: to,
          metBy: next,
          facts: { approvedOn, ...(validTo !== undefined && { validTo }) },
        },
      ];
    });
  });

export const afterRevision = (order: Thing<'order'>, plans: readonly Thing<'plan'>[]): readonly Renewal[] => {
  const sentOn = order.created.occurredOn;
  const revisions = order.since('OrderRevised');
  return revisions.flatMap((revised, index) => {
    const revisedOn = latest(sentOn, revised.occurredOn);
    if (!plans.some((plan) => latest(sentOn, plan.created.occurredOn) < revisedOn)) return [];
    const later = revisions[index + 1];
    return [
      {
        // The order and not its plan: a reopened case may require both renewals of one plan from the same day.
        subject: order.id,
        trigger: revised,
        arisesOn: revisedOn,
        overOn: later && latest(sentOn, later.occurredOn),
        metBy: plans.find((plan) => plan.created.occurredOn >= revisedOn)?.created,
        facts: { revisedOn },
      },
    ];
  });
};
