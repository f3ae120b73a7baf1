import { DownloadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useState } from "react";
import { asProblem } from "../../api/problem";
import { type Cell, csv } from "../../shared/csv";
import { dayInChina } from "../../texts/format";
import { takeAlong as t } from "../../texts/zh-CN.views";

/**
 * What a list shows, as a table for a spreadsheet: every row that the filters let through, the pages that are not
 * loaded yet as well.
 *
 * @param columns by the names that stand above them; a false one is left out
 */
export function TakeAlong<T>(props: { name: string; rows: (soFar: (rows: number) => void) => T[] | Promise<T[]>; columns: Record<string, false | ((row: T) => Cell)> }) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [read, setRead] = useState(0);
  const save = async () => {
    setBusy(true);
    setRead(0);
    try {
      const columns = Object.fromEntries(Object.entries(props.columns).filter((one): one is [string, (row: T) => Cell] => one[1] !== false));
      const rows = await props.rows(setRead);
      const address = URL.createObjectURL(new Blob([csv(columns, rows)], { type: "text/csv;charset=utf-8" }));
      const link = document.createElement("a");
      link.href = address;
      link.download = `${props.name} ${dayInChina()}.csv`;
      link.click();
      URL.revokeObjectURL(address);
      void message.success(t.taken(rows.length, Object.keys(columns).length));
    } catch (error) {
      void message.error(asProblem(error).message);
    }
    setBusy(false);
  };
  return (
    <Button icon={<DownloadOutlined />} loading={busy} aria-label={t.take} title={t.hint} onClick={() => void save()}>
      {busy && read > 0 ? t.reading(read) : t.take}
    </Button>
  );
}
