import { Button, Card, Modal, Table } from "antd";
import { useState } from "react";
import { Loaded } from "../../shared/Loaded";
import { moment } from "../../texts/format";
import { running as t } from "../../texts/zh-CN.programmes";
import { type Programme, useDifferences, useVersions, type Version } from "./queries";

/** The editions of a programme, why each was made, and what it changed. */
export function Editions(props: { programme: Programme }) {
  const versions = useVersions(props.programme.id);
  const [shown, setShown] = useState<{ from: number; to: number }>();
  return (
    <Card title={t.editions}>
      <Loaded query={versions}>
        {(all) => {
          const editions = all.filter((version): version is Version & { edition: number } => version.edition !== null && version.edition !== undefined).toSorted((one, other) => other.edition - one.edition);
          return (
            <ul className="rows">
              {editions.map((version, n) => {
                const before = editions[n + 1];
                return (
                  <li key={version.version} className="row">
                    <div className="row-main">
                      <span className="row-title">{t.edition(version.edition)}</span>
                      <div className="row-facts">
                        <span>{moment(version.savedAt)}</span>
                        {version.reason && <span>{version.reason}</span>}
                      </div>
                    </div>
                    {before !== undefined && (
                      <Button size="small" onClick={() => setShown({ from: before.version, to: version.version })}>
                        {t.showDifferences(version.edition)}
                      </Button>
                    )}
                  </li>
                );
              })}
            </ul>
          );
        }}
      </Loaded>
      {shown !== undefined && <Differences programme={props.programme.id} {...shown} onClose={() => setShown(undefined)} />}
    </Card>
  );
}

function Differences(props: { programme: string; from: number; to: number; onClose: () => void }) {
  const differences = useDifferences(props.programme, props.from, props.to);
  return (
    <Modal open width={720} title={t.differences} footer={null} onCancel={props.onClose}>
      <Loaded query={differences}>
        {(all) =>
          all.length === 0 ? (
            <p className="quiet">{t.noDifferences}</p>
          ) : (
            <Table
              size="small"
              rowKey="what"
              pagination={false}
              dataSource={all}
              scroll={{ x: "max-content" }}
              columns={[
                { title: t.what, dataIndex: "what" },
                { title: t.before, dataIndex: "before", render: (text: string) => <del>{text || t.empty}</del> },
                { title: t.after, dataIndex: "after", render: (text: string) => <ins>{text || t.empty}</ins> },
              ]}
            />
          )
        }
      </Loaded>
    </Modal>
  );
}
