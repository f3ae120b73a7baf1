import { Alert, Card, Form, Input, InputNumber, Progress } from "antd";
import { Loaded } from "../../shared/Loaded";
import { burden as t, common } from "../../texts/zh-CN.programmes";
import { type AskedOfASchool, useBurden } from "./queries";

/** What the programme asks of a school's time, for everybody to see. */
export function BurdenView(props: { programme: string }) {
  return (
    <Card title={t.title}>
      <Loaded query={useBurden(props.programme)}>{(asked) => <Asked asked={asked} />}</Loaded>
    </Card>
  );
}

/** The ceiling, and who allows more; what is asked shows beside it. */
export function BurdenInputs(props: { programme: string }) {
  const asked = useBurden(props.programme);
  const ceiling = Form.useWatch<number | undefined>(["burden", "ceiling"]) ?? asked.data?.ceiling ?? 0;
  const exceeded = (asked.data?.minutes ?? 0) > ceiling;
  return (
    <Card title={t.title}>
      <p className="quiet">{t.hint}</p>
      <Loaded query={asked}>{(found) => <Asked asked={{ ...found, ceiling }} />}</Loaded>
      <Form.Item name={["burden", "ceiling"]} label={t.ceiling} rules={[{ required: true, message: common.required }]} style={{ marginTop: 16 }}>
        <InputNumber min={1} max={1200} precision={0} suffix={t.minute} style={{ width: 160 }} />
      </Form.Item>
      {exceeded && <Alert type="warning" showIcon title={t.needsApproval} style={{ marginBottom: 16 }} />}
      <div className="two">
        <Form.Item name={["burden", "approvedBy"]} label={t.approvedBy} required={exceeded} hidden={!exceeded}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={["burden", "reason"]} label={t.reason} required={exceeded} hidden={!exceeded}>
          <Input maxLength={300} />
        </Form.Item>
      </div>
    </Card>
  );
}

function Asked(props: { asked: AskedOfASchool }) {
  const { asked } = props;
  const exceeded = asked.minutes > asked.ceiling;
  return (
    <>
      <p>{t.total(asked.minutes, asked.ceiling)}</p>
      <Progress
        percent={Math.min(100, Math.round((asked.minutes / Math.max(asked.ceiling, 1)) * 100))}
        status={exceeded ? "exception" : "normal"}
        showInfo={false}
        aria-label={t.total(asked.minutes, asked.ceiling)}
      />
      <ul className="rows">
        {asked.sheets.map((sheet) => (
          <li key={sheet.name} className="row">
            <span className="row-main">{sheet.name}</span>
            <span className="quiet number">{t.sheet(sheet.minutes, sheet.times)}</span>
          </li>
        ))}
      </ul>
      {exceeded && asked.approvedBy && <p className="quiet">{t.allowed(asked.approvedBy, asked.reason ?? "")}</p>}
    </>
  );
}
