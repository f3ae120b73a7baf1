import "./workbench.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Problem } from "../api/problem";
import { router } from "./router";
import { useTheme } from "./shell/useTheme";

dayjs.locale("zh-cn");

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // without a network a call fails, and the page says so or shows what this device keeps
      networkMode: "always",
      // A refusal stays one however often it is asked again; only an absent service is worth a second try.
      retry: (failures, error) => failures < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 502),
    },
    mutations: { networkMode: "always" },
  },
});

function Workbench() {
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider button={{ autoInsertSpace: false }} locale={zhCN} theme={useTheme()} form={{ requiredMark: "optional", scrollToFirstError: { block: "center", focus: true } }}>
        {/* its confirmations ask the services too */}
        <App message={{ maxCount: 3 }}>
          <RouterProvider router={router} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}

const place = document.getElementById("workbench");
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Workbench />
    </StrictMode>,
  );
}
