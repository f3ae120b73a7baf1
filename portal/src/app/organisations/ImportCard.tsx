import { Card } from "antd";
import { useState } from "react";
import { WorkbookImport } from "../../shared/WorkbookImport";
import { organisations as t } from "../../texts/zh-CN.organisation";
import { importWorkbook, organisationsKey, templateAddress } from "./queries";

/** Units and people from a workbook. */
export function ImportCard() {
  const [wide, setWide] = useState(false);
  return (
    <Card title={t.importTitle} style={wide ? { gridColumn: "1 / -1" } : undefined}>
      <WorkbookImport
        template={templateAddress}
        steps={t.importSteps}
        send={importWorkbook}
        checked={(count) => t.checked(count.organisations, count.people)}
        confirm={(count) => ({ title: t.importConfirm(count.organisations, count.people), text: t.importText })}
        done={(count) => t.imported(count.organisations, count.people)}
        refresh={[organisationsKey]}
        onFaults={setWide}
      />
    </Card>
  );
}
