import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records orders to providers (beställningar). */
export class RecordOrder extends RecordSteps {}

@CommandHandler(RecordOrder)
class RecordOrderHandler extends RecordHandler {}

@Module({ providers: [RecordOrderHandler] })
export class OrderModule {
  static readonly command = RecordOrder;
}
