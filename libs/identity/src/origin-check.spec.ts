import { comesFromOwnOrigin, isLoopback } from '.';

const own = ['http://localhost:3000', 'http://127.0.0.1:3000'];
const here = 'http://localhost:3000';
const there = 'https://elsewhere.example';

describe('a request', () => {
  it.each([
    // method, Origin, Sec-Fetch-Site, may go on
    ['GET', there, 'cross-site', true],
    ['HEAD', there, 'cross-site', true],
    ['OPTIONS', there, 'cross-site', true],
    ['get', there, 'cross-site', true],
    ['POST', here, 'same-origin', true],
    ['POST', 'http://127.0.0.1:3000', undefined, true],
    ['POST', undefined, 'same-origin', true],
    ['POST', undefined, 'none', true],
    ['POST', undefined, undefined, true],
    ['DELETE', here, undefined, true],
    ['POST', there, 'cross-site', false],
    ['POST', there, undefined, false],
    ['POST', undefined, 'cross-site', false],
    ['POST', undefined, 'same-site', false],
    ['POST', here, 'cross-site', false],
    ['POST', here, 'same-site', false],
    ['POST', here, 'nonsense', false],
    ['POST', there, 'same-origin', false],
    ['POST', there, 'none', false],
    ['POST', 'null', undefined, false],
    ['POST', '', undefined, false],
    ['POST', 'http://localhost:3001', undefined, false],
    ['POST', 'https://localhost:3000', undefined, false],
    ['POST', 'http://localhost:3000.elsewhere.example', undefined, false],
    ['DELETE', there, undefined, false],
    ['PUT', there, undefined, false],
    ['PATCH', there, undefined, false],
    ['TRACE', there, undefined, false],
  ])('%s from %s, %s: %s', (method, origin, fetchSite, expected) => {
    expect(comesFromOwnOrigin({ method, origin, fetchSite }, own)).toBe(expected);
  });
});

describe('loopback', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', 'localhost', 'LOCALHOST', '::ffff:127.0.0.1'])(
    'is %s',
    (address) => expect(isLoopback(address)).toBe(true),
  );
  it.each([
    '0.0.0.0',
    '::',
    '[::]',
    '',
    '10.0.0.1',
    '128.0.0.1',
    '127.0.0.1.elsewhere.example',
    'localhost.elsewhere.example',
    '::ffff:10.0.0.1',
    '::127.0.0.1x',
  ])('is not %s', (address) => expect(isLoopback(address)).toBe(false));
});
