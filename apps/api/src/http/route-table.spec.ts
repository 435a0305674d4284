import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Access } from '../access/route-access';
import { RouteTable } from './route-table';

@Controller('api/v1/things')
class Things {
  @Get(':thingId')
  @Access('rules.read')
  read() {
    return {};
  }
}

@Controller('api/v1/secrets')
class Secrets {
  @Get()
  read() {
    return {};
  }
}

const started = async (...controllers: (typeof Things | typeof Secrets)[]) => {
  const nest = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers,
    providers: [RouteTable],
  }).compile();
  await nest.init();
  return nest.get(RouteTable);
};

describe('the routes', () => {
  it('are known with who may take them', async () => {
    const table = await started(Things);
    expect(table.routes).toEqual([{ method: 'GET', path: '/api/v1/things/:thingId', access: 'rules.read' }]);
    expect(table.methodsOf('/api/v1/things/7')).toEqual(['GET']);
    expect(table.methodsOf('/api/v1/things')).toEqual([]);
    expect(table.methodsOf('/api/v1/things/')).toEqual([]);
  });

  it('keep the server from starting where one does not say who may take it', async () => {
    await expect(started(Things, Secrets)).rejects.toThrow('Secrets.read does not say who may take it');
  });
});
