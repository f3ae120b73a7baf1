import { DownloadOutlined, FileExcelOutlined } from "@ant-design/icons";
import type { QueryKey } from "@tanstack/react-query";
import { Alert, App, Button, Flex, Upload } from "antd";
import { useState } from "react";
import { asProblem, type FieldError } from "../api/problem";
import { workbook as t } from "../texts/zh-CN";
import { useMove } from "./useMove";
import { WorkbookFaults } from "./WorkbookFaults";

type Import<C> = {
  /** Where the empty workbook is. */
  template: string;
  steps: string;
  /** Sends the file; a dry run only counts what it would do. */
  send: (file: File, dryRun: boolean) => Promise<C>;
  /** What a dry run found, before anything is done. */
  checked: (count: C) => string;
  confirm: (count: C) => { title: string; text: string };
  done: (count: C) => string;
  refresh: QueryKey[];
  /** Told when there is something to correct, which takes room. */
  onFaults?: (any: boolean) => void;
};

/** The whole way of an import: template, file, check without effect, rows to correct or counts to confirm, import. */
export function WorkbookImport<C>(props: Import<C>) {
  const { modal, message } = App.useApp();
  const [file, setFile] = useState<File>();
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [checked, setChecked] = useState<C>();

  const showFaults = (found: FieldError[]) => {
    setFaults(found);
    props.onFaults?.(found.length > 0);
  };
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    showFaults([]);
    setChecked(undefined);
  };
  const check = useMove({
    run: async (chosen: File) => {
      try {
        setChecked(await props.send(chosen, true));
      } catch (error) {
        const problem = asProblem(error);
        if (problem.errors.length === 0) {
          throw problem;
        }
        showFaults(problem.errors);
      }
    },
    refresh: [],
  });
  const bring = useMove({
    run: (chosen: File) => props.send(chosen, false),
    refresh: props.refresh,
    afterwards: (count) => {
      choose(undefined);
      void message.success(props.done(count));
    },
  });
  const askToImport = (count: C, chosen: File) => {
    const { title, text } = props.confirm(count);
    modal.confirm({ title, content: text, okText: t.import, onOk: () => bring.mutateAsync(chosen).catch(() => undefined) });
  };

  return (
    <Flex vertical gap={12} align="start">
      <span className="quiet">{props.steps}</span>
      <Flex gap={8} wrap>
        <Button icon={<DownloadOutlined />} href={props.template} download>
          {t.template}
        </Button>
        <Upload
          accept=".xlsx"
          maxCount={1}
          fileList={file === undefined ? [] : [{ uid: "1", name: file.name }]}
          onRemove={() => choose(undefined)}
          beforeUpload={(chosen) => {
            if (/\.xlsx$/i.test(chosen.name)) {
              choose(chosen);
            } else {
              void message.error(t.wrongFile);
            }
            return false;
          }}
        >
          <Button icon={<FileExcelOutlined />}>{t.choose}</Button>
        </Upload>
      </Flex>
      {file !== undefined && checked === undefined && (
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate(file)}>
          {t.check}
        </Button>
      )}
      {file !== undefined && checked !== undefined && (
        <Alert
          type="success"
          showIcon
          title={props.checked(checked)}
          action={
            <Button type="primary" size="small" loading={bring.isPending} onClick={() => askToImport(checked, file)}>
              {t.import}
            </Button>
          }
        />
      )}
      {faults.length > 0 && <WorkbookFaults faults={faults} />}
    </Flex>
  );
}
