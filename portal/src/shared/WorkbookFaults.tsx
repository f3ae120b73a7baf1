import { Alert, Table } from "antd";
import type { FieldError } from "../api/problem";
import { workbook as t } from "../texts/zh-CN";

/** What is to be corrected in a workbook, cell by cell. */
export function WorkbookFaults(props: { faults: FieldError[] }) {
  return (
    <div style={{ width: "100%" }}>
      <Alert type="error" showIcon title={t.rowErrors(props.faults.length)} description={t.rowErrorsHint} style={{ marginBottom: 12 }} />
      <Table
        size="small"
        rowKey={(fault) => fault.field + fault.message}
        dataSource={props.faults.map((fault) => ({ ...fault, ...cellOf(fault.field) }))}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: "max-content" }}
        columns={[
          { title: t.sheet, dataIndex: "sheet" },
          { title: t.row, dataIndex: "row" },
          { title: t.column, dataIndex: "column" },
          { title: t.problem, dataIndex: "message" },
        ]}
      />
    </div>
  );
}

/** `单位!C7` in its pieces. */
function cellOf(place: string) {
  const [, sheet, column, row] = /^(.*)!([A-Z]+)(\d+)$/.exec(place) ?? [];
  return { sheet, column, row };
}
