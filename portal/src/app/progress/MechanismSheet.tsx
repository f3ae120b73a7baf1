import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Card, Form, Select } from "antd";
import { LimitedText } from "../../shared/LimitedText";
import { options } from "../../shared/options";
import { common } from "../../texts/zh-CN";
import { progress as t } from "../../texts/zh-CN.progress";
import { categories } from "../../texts/zh-CN.public";
import type { Year } from "./queries";
import { SheetFrame } from "./SheetFrame";

/** How each of the four reds is to last: who, how often, from what. */
export function MechanismSheet(props: { year: Year; writes: boolean }) {
  return (
    <SheetFrame
      sheet="mechanism"
      year={props.year}
      writes={props.writes}
      lead={t.mechanismLead}
      read={({ lines }) => ({ lines: lines.filter((line) => line?.category && line.who?.trim() && line.rhythm?.trim()).map((line) => ({ ...line, resource: line.resource ?? "" })) })}
    >
      {() => (
        <Form.List name="lines">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <Card key={key} size="small" style={{ marginBottom: 12 }}>
                  <div className="two">
                    <Form.Item name={[name, "category"]} label={t.red} required>
                      <Select options={options(categories)} />
                    </Form.Item>
                    <LimitedText name={[name, "who"]} label={t.who} limit={50} />
                    <LimitedText name={[name, "rhythm"]} label={t.rhythm} limit={50} placeholder={t.rhythmExample} />
                    <LimitedText name={[name, "resource"]} label={t.resource} limit={100} optional />
                  </div>
                  {props.writes && (
                    <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${common.remove} ${name + 1}`} onClick={() => remove(name)}>
                      {common.remove}
                    </Button>
                  )}
                </Card>
              ))}
              {props.writes && (
                <>
                  <p className="quiet small">{t.unfinished}</p>
                  <Button icon={<PlusOutlined />} disabled={rows.length >= 20} onClick={() => add({ who: "", rhythm: "", resource: "" })}>
                    {t.addLine}
                  </Button>
                </>
              )}
            </>
          )}
        </Form.List>
      )}
    </SheetFrame>
  );
}
