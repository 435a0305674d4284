import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { OrderCancelledDto, OrderRevisedDto, OrderSentDto } from './order.dto';

const orderStep = defineStep(
  'order',
  { sv: 'Beställning', en: 'Order' },
  {
    OrderSent: {
      title: { sv: 'Beställning skickad', en: 'Order sent' },
      dto: OrderSentDto,
      permission: 'order.record',
    },
    OrderRevised: {
      title: { sv: 'Beställning ändrad', en: 'Order revised' },
      dto: OrderRevisedDto,
      permission: 'order.record',
    },
    OrderCancelled: {
      title: { sv: 'Beställning återkallad', en: 'Order cancelled' },
      dto: OrderCancelledDto,
      permission: 'order.record',
    },
  },
);

export const OrderModule = stepModule(orderStep);
