import compression from 'compression';
import express, { type Request, type Response } from 'express';
import request from 'supertest';
import { sendParts } from './send-parts';

const parts = [Buffer.from('{"name":"Åsa"'), Buffer.from(`,"more":"${'x'.repeat(5_000)}"}`)];
const whole = Buffer.concat(parts).toString();

const server = express();
server.disable('etag').use(compression());
const tagged = (response: Response): Response => response.set('ETag', '"7"').type('application/json');
server.get('/parts', (asked: Request, response: Response) => sendParts(asked, tagged(response), parts));
server.get('/one', (_: Request, response: Response) => void tagged(response).send(Buffer.concat(parts)));

it.each<[string, 'get' | 'head', Record<string, string>, number, string | undefined]>([
  ['whole', 'get', { 'Accept-Encoding': 'identity' }, 200, whole],
  ['compressed', 'get', { 'Accept-Encoding': 'gzip' }, 200, whole],
  ['without a body for HEAD', 'head', { 'Accept-Encoding': 'identity' }, 200, undefined],
  ['not at all where the client has it', 'get', { 'If-None-Match': '"7"' }, 304, ''],
])('parts are sent as one: %s', async (_how, method, headers, status, text) => {
  const [ours, express] = await Promise.all(
    ['/parts', '/one'].map((path) => request(server)[method](path).set(headers)),
  );
  expect([ours?.status, ours?.text]).toEqual([status, text]);
  expect({ ...ours?.headers, date: '' }).toEqual({ ...express?.headers, date: '' });
});
