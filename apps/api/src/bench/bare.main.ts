/** The server that the bench compares with: Nest on Express with the same body parser and the same check of a step, and nothing else. */
import 'reflect-metadata';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Get, Module, Post, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { checkedSteps, type Json } from '@rt/handling';
import type { Response } from 'express';

let bytes = Buffer.alloc(0);

@Controller('api/v1/files/:fileId')
class BareController {
  @Post('events')
  record(@Body() body: Json) {
    return { events: checkedSteps(body), revision: 100, position: '1' };
  }

  @Get()
  read(@Res() response: Response): void {
    response.type('application/json').send(bytes);
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

const start = async (): Promise<void> => {
  const nest = await NestFactory.create(BareModule, { logger: false });
  await nest.init();
  const server = nest.getHttpServer() as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
};

process.once('message', (answer: string) => {
  bytes = Buffer.from(answer);
  void start();
});
process.once('disconnect', () => process.exit());
