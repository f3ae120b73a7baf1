import { DownloadOutlined, FileExcelOutlined } from "@ant-design/icons";
import { Alert, App, Button, Card, Flex, Upload } from "antd";
import { useState } from "react";
import { asProblem, type FieldError } from "../../api/problem";
import { useMove } from "../../shared/useMove";
import { WorkbookFaults } from "../../shared/WorkbookFaults";
import { organisations as t } from "../../texts/zh-CN";
import { importWorkbook, type ImportCount, organisationsKey, templateAddress } from "./queries";

/** The whole way of an import: template, file, check without effect, rows to correct or counts to confirm, import. */
export function ImportCard() {
  const { modal, message } = App.useApp();
  const [file, setFile] = useState<File>();
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [checked, setChecked] = useState<ImportCount>();

  const check = useMove({
    run: async (chosen: File) => {
      try {
        setChecked(await importWorkbook(chosen, true));
      } catch (error) {
        const problem = asProblem(error);
        if (problem.errors.length === 0) {
          throw problem;
        }
        setFaults(problem.errors);
      }
    },
    refresh: [],
  });
  const bring = useMove({
    run: (chosen: File) => importWorkbook(chosen, false),
    refresh: [organisationsKey],
    afterwards: (count) => {
      choose(undefined);
      void message.success(t.imported(count.organisations, count.people));
    },
  });

  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setFaults([]);
    setChecked(undefined);
  };

  const askToImport = (count: ImportCount, chosen: File) =>
    modal.confirm({
      title: t.importConfirm(count.organisations, count.people),
      content: t.importText,
      okText: t.import,
      onOk: () => bring.mutateAsync(chosen).catch(() => undefined),
    });

  return (
    <Card title={t.importTitle} style={faults.length > 0 ? { gridColumn: "1 / -1" } : undefined}>
      <Flex vertical gap={12} align="start">
        <span className="quiet">{t.importSteps}</span>
        <Flex gap={8} wrap>
          <Button icon={<DownloadOutlined />} href={templateAddress} download>
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
            title={t.checked(checked.organisations, checked.people)}
            action={
              <Button type="primary" size="small" loading={bring.isPending} onClick={() => askToImport(checked, file)}>
                {t.import}
              </Button>
            }
          />
        )}
        {faults.length > 0 && <WorkbookFaults faults={faults} />}
      </Flex>
    </Card>
  );
}
