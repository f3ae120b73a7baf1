import type { UseQueryResult } from "@tanstack/react-query";
import { Alert, Button, Card, Empty, Skeleton } from "antd";
import type { ReactNode } from "react";
import { asProblem } from "../api/problem";
import { common } from "../texts/zh-CN";

/** Shows what a query brought; until then a quiet placeholder, and on failure a sentence with a way to try again. */
export function Loaded<T>(props: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { data, error, isFetching, refetch } = props.query;
  if (data !== undefined) {
    return props.children(data);
  }
  if (error !== null) {
    return (
      <Alert
        type="warning"
        showIcon
        title={asProblem(error).message}
        action={
          <Button size="small" loading={isFetching} onClick={() => void refetch()}>
            {common.retry}
          </Button>
        }
      />
    );
  }
  return <Loading />;
}

/** The placeholder of what is on its way; what follows it on the page waits with it. */
export function Loading() {
  return (
    <Card className="loading">
      <Skeleton active title={false} paragraph={{ rows: 4 }} aria-label={common.loading} />
    </Card>
  );
}

/** An empty list that says what to do next. */
export function Nothing(props: { text: string; next?: ReactNode; children?: ReactNode }) {
  return (
    <Card>
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <div>{props.text}</div>
            {props.next !== undefined && <div className="quiet">{props.next}</div>}
          </>
        }
      >
        {props.children}
      </Empty>
    </Card>
  );
}
