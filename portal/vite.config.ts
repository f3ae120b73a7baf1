import react from "@vitejs/plugin-react";
import type { Connect, Plugin } from "vite";
import { defineConfig } from "vitest/config";

const gateway = process.env.SIHONG_PUBLIC_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), gatewayPages()],
  build: {
    outDir: "target/classes/static",
    emptyOutDir: true,
    // The page's policy forbids inline scripts, and every browser we serve preloads modules by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: ["index.html", "app.html"],
    },
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: Object.fromEntries(
      ["/api", "/oauth2", "/login", "/logout"].map((path) => [path, { target: gateway, changeOrigin: false }]),
    ),
  },
  test: {
    include: ["src/**/*.test.ts"],
  },
});

/** Answers page addresses in development and in a preview the way the gateway does: the workbench under /app, the public pages elsewhere. */
function gatewayPages(): Plugin {
  return {
    name: "gateway-pages",
    configureServer(server) {
      server.middlewares.use(choosePage);
    },
    configurePreviewServer(server) {
      server.middlewares.use(choosePage);
    },
  };
}

function choosePage(request: Connect.IncomingMessage, _response: unknown, next: Connect.NextFunction) {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const isPage = request.method === "GET" && request.headers.accept?.includes("text/html");
  if (isPage && !path.endsWith(".html") && !/^\/(api|oauth2|login|logout)(\/|$)/.test(path)) {
    request.url = /^\/app(\/|$)/.test(path) ? "/app.html" : "/index.html";
  }
  next();
}
