import { CheckCircleOutlined, CloudSyncOutlined, EditOutlined, WarningOutlined } from "@ant-design/icons";
import { useBlocker } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useEffect, useState, useSyncExternalStore } from "react";
import { session } from "../app/shell/session";
import { timeOfDay } from "../texts/format";
import { autosave as t, common } from "../texts/zh-CN";
import { Autosaver, type SaveState } from "./autosaver";

/** A draft kept while it is typed. It is sent before the page is left and once more after signing in again. */
export function useAutosave<T>(save: (content: T, version: number) => Promise<number>, version: number) {
  const [saver] = useState(() => new Autosaver<T>(save, version));
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  useEffect(() => session.onSignedIn(() => void saver.flush()), [saver]);
  useEffect(() => session.onEnding(() => void saver.flush()), [saver]);
  useBlocker({
    shouldBlockFn: async () => !(await saver.flush()) && !confirm(t.leaveAnyway),
    enableBeforeUnload: () => saver.state.phase !== "SAVED",
    disabled: state.phase === "SAVED",
  });
  return { saver, state };
}

/** One quiet line: kept when, being kept, or why not. */
export function SaveLine(props: { state: SaveState; onRetry: () => void }) {
  const { state } = props;
  switch (state.phase) {
    case "SAVED":
      return (
        <output className="quiet">
          <CheckCircleOutlined /> {state.savedAt === undefined ? t.autosaves : t.savedAt(timeOfDay(state.savedAt))}
        </output>
      );
    case "UNSAVED":
      return (
        <output className="quiet">
          <EditOutlined /> {t.unsaved}
        </output>
      );
    case "SAVING":
      return (
        <output className="quiet">
          <CloudSyncOutlined /> {t.saving}
        </output>
      );
    case "FAILED":
      return (
        <span role="alert">
          <WarningOutlined /> {t.failed(state.problem?.message ?? "")}{" "}
          <Button size="small" onClick={props.onRetry}>
            {common.retry}
          </Button>
        </span>
      );
    case "CONFLICT":
      return (
        <span role="alert">
          <WarningOutlined /> {t.conflict}
        </span>
      );
  }
}

/** Said at the top of an editor whose record somebody else changed. */
export function ConflictNotice(props: { state: SaveState; onReload: () => void }) {
  return (
    props.state.phase === "CONFLICT" && (
      <Alert
        type="warning"
        showIcon
        title={common.staleTitle}
        description={common.staleText}
        action={<Button onClick={props.onReload}>{common.loadNewest}</Button>}
      />
    )
  );
}
