import { useQuery } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { Fragment, type ReactNode, useState } from "react";
import { api } from "../api/services";
import { moment } from "../texts/format";
import { sketches as t } from "../texts/zh-CN.sketches";
import { Loaded } from "./Loaded";
import { ConflictNotice, useAutosave } from "./useAutosave";
import { useMove } from "./useMove";

/** What somebody has begun to design, if anything; `again` reads it anew. */
export type Begun<T> = { page: string; content?: T; version: number; keptAt?: string | null; again: () => void };

/** A designer, once it is known what was begun there. */
export function WithSketch<T>(props: { page: string; children: (begun: Begun<T>) => ReactNode }) {
  const { page } = props;
  const [round, setRound] = useState(0);
  const kept = useQuery({ queryKey: ["sketches", page, round], queryFn: () => api.get("/api/sketches", { page }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  return (
    <Loaded query={kept}>
      {({ content, version, keptAt }) => (
        <Fragment key={round}>{props.children({ page, version, keptAt, again: () => setRound(round + 1), ...(content === null || content === undefined ? {} : { content: JSON.parse(content) as T }) })}</Fragment>
      )}
    </Loaded>
  );
}

/** A design that is kept while somebody works at it; it holds nowhere until it is published. */
export function useSketch<T>(begun: Begun<T>) {
  return useAutosave<T>(async (content, version) => (await api.put("/api/sketches", { page: begun.page, content: JSON.stringify(content), version })).version, begun.version);
}

/** Said at the top of a designer: that it goes on from last time, or that another window of theirs went on. */
export function SketchNotice<T>(props: { begun: Begun<T>; sketch: ReturnType<typeof useSketch<T>> }) {
  const { begun } = props;
  const { saver, state } = props.sketch;
  const { modal } = App.useApp();
  const drop = useMove({
    run: async () => {
      await saver.flush(); // nothing on its way may bring it back
      await api.post("/api/sketches/remove", { page: begun.page });
    },
    refresh: [],
    done: t.dropped,
    afterwards: begun.again,
  });
  const ask = () => modal.confirm({ title: t.dropTitle, content: t.dropText, okText: t.drop, onOk: () => drop.mutateAsync().catch(() => undefined) });
  return (
    <>
      <ConflictNotice state={state} onReload={begun.again} />
      {begun.keptAt && (
        <Alert
          type="info"
          showIcon
          title={t.resumed(moment(begun.keptAt))}
          action={
            <Button size="small" onClick={ask}>
              {t.drop}
            </Button>
          }
        />
      )}
    </>
  );
}
