import { randomUUID } from 'node:crypto';
import { connect, type AddressInfo } from 'node:net';
import type { FileId } from '@rt/domain';
import { openCity, type City, type CityUser } from './city.fixture';

/** Requests that an ordinary client does not send, written to the socket byte by byte. */
describe('a request as bytes', () => {
  let city: City;
  let anna: CityUser;
  let fileId: FileId;
  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    fileId = await anna.opensFile();
  });
  afterAll(() => city.close());

  const port = () => (city.server.address() as AddressInfo).port;

  /** Sends a request and gives the status and the body of the answer. */
  const send = (
    lines: readonly string[],
    body: Uint8Array = Buffer.alloc(0),
  ): Promise<readonly [number, string]> =>
    new Promise((resolve, reject) => {
      const socket = connect(port(), '127.0.0.1');
      const chunks: Buffer[] = [];
      socket.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
      socket.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve([Number(text.slice(9, 12)), text]);
      });
      const head = [...lines, `Content-Length: ${body.length}`, 'Connection: close', '', ''];
      socket.end(Buffer.concat([Buffer.from(head.join('\r\n')), body]));
    });

  const recording = async (body: Uint8Array) =>
    send(
      [
        `POST /api/v1/files/${fileId}/events HTTP/1.1`,
        `Host: 127.0.0.1:${port()}`,
        `Cookie: ${await anna.cookie()}`,
        'Content-Type: application/json',
        `Idempotency-Key: ${randomUUID()}`,
      ],
      body,
    );
  const note = (text: string) => `{"type":"NoteWritten","occurredOn":"2026-03-02","data":{"text":"${text}"}}`;

  it('is taken in UTF-8', async () => {
    expect((await recording(Buffer.from(note('Åsa Öberg ringde'))))[0]).toBe(201);
  });

  it('is refused in another encoding', async () => {
    const [status, answer] = await recording(Buffer.from(note('Åsa Öberg ringde'), 'latin1'));
    expect(status).toBe(400);
    expect(answer).toContain('"code":"NOT_JSON"');
    expect(answer).toContain('"code":"notUtf8"');
  });

  it.each([
    '{"type":"NoteWritten","occurredOn":"2026-03-02","data":{"text":"a","text":"b"}}',
    '{"type":"NoteWritten","type":"NoteWritten","occurredOn":"2026-03-02","data":{"text":"a"}}',
    '{"type":"NoteWritten","occurredOn":"2026-03-02","data":{"text":"a","\\u0074ext":"b"}}',
  ])('is refused if it names a field twice: %s', async (body) => {
    const [status, answer] = await recording(Buffer.from(body));
    expect(status).toBe(400);
    expect(answer).toContain('"code":"duplicateName"');
  });

  it.each([
    ['blanks', '  \t '],
    ['zero-width characters', '\u200b\u200d\ufeff\u2060'],
    ['blank letters', '\u3164\u2800'],
  ])('is refused if a text holds only %s', async (_, text) => {
    const { status, body } = await anna.writes(
      `/files/${fileId}/events`,
      JSON.parse(note('a').replace('"a"', JSON.stringify(text))),
    );
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'data.text', code: 'text' })],
    ]);
  });

  it.each<[name: string, hosts: () => readonly string[], status: number]>([
    ['its own name', () => [`localhost:${port()}`], 200],
    ['two hosts', () => [`127.0.0.1:${port()}`, `127.0.0.1:${port()}`], 400],
    ['two hosts, one of them unknown', () => [`127.0.0.1:${port()}`, 'example.org'], 400],
    ['an unknown host', () => ['example.org'], 400],
    ['a host that begins like its own', () => ['127.0.0.1.example.org'], 400],
    ['no host', () => [], 400],
  ])('is answered by the host that it names: %s', async (_, hosts, expected) => {
    const lines = ['GET /health/live HTTP/1.1', ...hosts().map((host) => `Host: ${host}`)];
    expect((await send(lines))[0]).toBe(expected);
  });
});
