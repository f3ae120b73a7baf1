import { Button } from "antd";
import { common } from "../texts/zh-CN";

/** The way to the next page of a list; nothing when all of it is shown. */
export function More(props: { list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }) {
  const { list } = props;
  return (
    list.hasNextPage && (
      <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {common.more}
      </Button>
    )
  );
}
