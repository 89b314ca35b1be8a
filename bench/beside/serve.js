/* The form engine as its own guide has it started: hapi, sessions, seals of forms, and its built
   style and script kept by the browser for good, as its own server keeps them.

     node serve.js PORT FILE      FILE: {"slug": {form definition}, …}

   What is handed in is kept in memory and given to nobody: the engine's other end is not measured. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Engine } from "@hapi/catbox-memory";
import crumb from "@hapi/crumb";
import hapi from "@hapi/hapi";
import inert from "@hapi/inert";
import yar from "@hapi/yar";
import pino from "hapi-pino";
import engine from "@defra/forms-engine-plugin";

const [port, file] = process.argv.slice(2);
const forms = JSON.parse(readFileSync(file, "utf8"));
const PUBLIC = join(
  dirname(createRequire(import.meta.url).resolve("@defra/forms-engine-plugin/package.json")),
  ".public",
);
const FOREVER = "public, max-age=31536000, immutable";

const now = new Date();
const by = { id: "bench", displayName: "Bench" };
const dated = { createdAt: now, createdBy: by, updatedAt: now, updatedBy: by };

function metadata(slug) {
  return {
    ...dated,
    id: slug,
    slug,
    title: forms[slug].name,
    organisation: "Defra",
    teamName: "Bench",
    teamEmail: "bench@example.org",
    notificationEmail: "bench@example.org",
    submissionGuidance: "Bench",
    live: dated,
  };
}

const handedIn = [];
const services = {
  formsService: {
    getFormMetadata: async (slug) => metadata(slug),
    getFormMetadataById: async (id) => metadata(id),
    getFormDefinition: async (id) => forms[id],
    getFormSecret: async () => "",
  },
  formSubmissionService: {
    persistFiles: async () => ({}),
    submit: async (data) => {
      handedIn.push(data);
      return { message: "kept", result: { files: { main: "main", repeaters: {} } } };
    },
  },
  outputService: { submit: async () => {} },
};

const server = hapi.server({
  host: "127.0.0.1",
  port: Number(port),
  router: { stripTrailingSlash: true },
  cache: [{ name: "session", engine: new Engine() }],
});
const password = randomBytes(32).toString("hex");
// The line is not encrypted here, on neither side.
const cookieOptions = { password, isSecure: false };
await server.register([
  { plugin: pino, options: { level: "error" } },
  inert,
  { plugin: crumb, options: { cookieOptions: { isSecure: false } } },
  { plugin: yar, options: { maxCookieSize: 0, cache: { cache: "session" }, cookieOptions } },
]);
await server.register({
  plugin: engine,
  options: {
    cache: "session",
    baseUrl: `http://127.0.0.1:${port}`,
    nunjucks: { baseLayoutPath: "layout.html", paths: [import.meta.dirname] },
    services,
    viewContext: () => ({ assetPath: "/assets" }),
  },
});
for (const folder of ["javascripts", "stylesheets", "assets"]) {
  server.route({
    method: "GET",
    path: `/${folder}/{path*}`,
    handler: { directory: { path: join(PUBLIC, folder) } },
    options: { cache: { otherwise: FOREVER } },
  });
}
await server.start();
