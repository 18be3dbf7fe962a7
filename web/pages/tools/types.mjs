// Writes src/api/schema.d.ts: the types of the interface's documents, without its addresses (they are in src/api).
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../../openapi/openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);

const description = JSON.parse(await readFile(source, 'utf8'));
description.paths = {};
description.components = { schemas: description.components.schemas };
const nodes = await openapiTS(description, { rootTypes: true, rootTypesNoSchemaPrefix: true });
await writeFile(target, `// Generated from openapi/openapi.json by \`npm run types\`; never written by hand.\n${astToString(nodes)}`);
