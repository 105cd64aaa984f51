import { createReadStream, existsSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { themeCss } from "./src/ui/theme-css.ts";

/** The colours of `src/ui/palette.ts` as custom properties, so that style sheet, components and charts cannot drift apart. */
function paletteAsCss(): Plugin {
  const id = "virtual:theme.css";
  return {
    name: "mingchuang-theme-css",
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? themeCss() : undefined),
  };
}

/** In development, `/data/` is the folder named by MINGCHUANG_DATA; in production the server decides which profile it serves. */
function publishedData(folder: string | undefined): Plugin {
  return {
    name: "mingchuang-published-data",
    configureServer(server) {
      server.middlewares.use("/data", (request, response) => {
        const name = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)).replace(/^\/+/, "");
        const path = folder === undefined ? "" : join(folder, name);
        if (folder === undefined || name.startsWith("..") || !existsSync(path) || !statSync(path).isFile()) {
          response.statusCode = 404;
          response.end();
          return;
        }
        response.setHeader("content-length", statSync(path).size);
        response.setHeader("content-type", name.endsWith(".json") ? "application/json" : "application/octet-stream");
        createReadStream(path).pipe(response);
      });
    },
  };
}

/**
 * What is shared by pages, apart from what only some of them need: charts and components come with the first page that uses them, the engine
 * when the first page stands. Its addresses (`?url`) are known from the start and must not bring it along.
 */
const chunks = [
  { name: "react", priority: 4, test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next|zod)\// },
  { name: "engine", priority: 3, test: /node_modules\/(@duckdb|apache-arrow|flatbuffers)\/(?!.*\?url)/ },
  { name: "charts", priority: 2, test: /node_modules\/(echarts|zrender)\// },
  { name: "components", priority: 1, test: /node_modules\/(antd|@ant-design|@rc-component|@emotion|stylis|dayjs)\// },
];

export default defineConfig({
  plugins: [react(), paletteAsCss(), publishedData(process.env.MINGCHUANG_DATA)],
  // The server puts a fresh nonce in the place of these words; components write their styles under it.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
});
