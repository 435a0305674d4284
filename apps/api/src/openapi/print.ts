/** Prints the description of the API that the server makes. `npm run docs:openapi` writes it to openapi.json. */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openApi } from '../open-api';
import { serverSettingsFrom } from '../settings';
import { OpenApiDocument } from './document';

const print = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-openapi-'));
  try {
    const api = await openApi(serverSettingsFrom({ RT_DATA_DIR: folder, RT_LOG_LEVEL: 'silent' }));
    process.stdout.write(JSON.stringify(api.nest.get(OpenApiDocument).whole));
    await api.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
};

void print();
