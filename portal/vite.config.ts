import react from "@vitejs/plugin-react";
import type { Connect, Plugin } from "vite";
import { defineConfig } from "vitest/config";

const gateway = process.env.SIHONG_PUBLIC_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), gatewayPages(), workbenchOnItsWay()],
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
      output: {
        // small things that several pages begin with come in one piece each: every file is one more wait on a slow line
        codeSplitting: {
          groups: [
            { name: "common", test: /\/src\/(api|shared\/(largeText|el)|texts\/(format|zh-CN\.door)|app\/shell\/signIn)|preload-helper/ },
            { name: "router", test: /node_modules\/@tanstack/ },
            { name: "pages", test: /\/src\/public\/(dom|data|fields)/ },
          ],
        },
      },
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

/**
 * Tells the browser with the page of the workbench which scripts and styles it will want: they come while the door asks
 * who is there, and not one after the other when it knows.
 */
function workbenchOnItsWay(): Plugin {
  return {
    name: "workbench-on-its-way",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle, filename }) {
        const made = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
        const workbench = made.find((chunk) => chunk.facadeModuleId?.endsWith("/src/app/main.tsx"));
        if (!filename.endsWith("app.html") || workbench === undefined) {
          return [];
        }
        const styles = [...(workbench.viteMetadata?.importedCss ?? [])];
        return [
          ...[workbench.fileName, ...workbench.imports].map((file) => ({ tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` }, injectTo: "head" as const })),
          ...styles.map((file) => ({ tag: "link", attrs: { rel: "preload", as: "style", href: `/${file}` }, injectTo: "head" as const })),
        ];
      },
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
