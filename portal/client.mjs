// Makes the types of the services' calls from the documents they promised (contracts/openapi), before anything is compiled.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";

const documents = join(import.meta.dirname, "../contracts/openapi");
const client = join(import.meta.dirname, "target/client");

mkdirSync(client, { recursive: true });
for (const document of readdirSync(documents)) {
  const types = await openapiTS(JSON.parse(readFileSync(join(documents, document), "utf8")), { silent: true });
  writeFileSync(join(client, document.replace(/\.json$/, ".ts")), astToString(types));
}
