import { readFileSync } from 'node:fs';
import path from 'node:path';
import { API_INFO, API_STATUSES } from './api-info';

describe('what the API says of itself', () => {
  it('has the version of the program, which the national profile wants as three numbers', () => {
    const program = JSON.parse(readFileSync(path.join(__dirname, '../../../../package.json'), 'utf8')) as {
      version: string;
    };
    expect(API_INFO.apiVersion).toBe(program.version);
    expect(API_INFO.apiVersion).toMatch(/^\d+\.\d+\.\d+$/);
    expect(API_STATUSES).toContain(API_INFO.apiStatus);
  });
});
