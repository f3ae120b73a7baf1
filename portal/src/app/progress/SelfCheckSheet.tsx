import { Form, InputNumber } from "antd";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded } from "../../shared/Loaded";
import { points } from "../../texts/format";
import { progress as t } from "../../texts/zh-CN.progress";
import { useRubric, type Year } from "./queries";
import { SheetFrame } from "./SheetFrame";

/** The school's own score on the rubric of the acceptance. Points are milli-points on the wire. */
export function SelfCheckSheet(props: { year: Year; writes: boolean }) {
  const rubric = useRubric();
  return (
    <Loaded query={rubric}>
      {(criteria) => (
        <SheetFrame
          sheet="self-check"
          year={props.year}
          writes={props.writes}
          lead={t.selfCheckLead}
          read={(typed) => ({ note: typed.note ?? "", points: Object.fromEntries(Object.entries(typed.points ?? {}).filter(([, given]) => given !== null && given !== undefined)) })}
        >
          {() => (
            <>
              <div className="two">
                {criteria.map((criterion) => (
                  <Form.Item
                    key={criterion.code}
                    name={["points", criterion.code]}
                    label={`${criterion.part}：${criterion.name}`}
                    getValueProps={(milli: number | undefined) => ({ value: milli === undefined ? undefined : milli / 1000 })}
                    getValueFromEvent={(given: number | null) => (given === null ? undefined : Math.round(given * 2) * 500)}
                  >
                    <InputNumber min={0} max={criterion.maxPoints / 1000} step={0.5} suffix={`/ ${points(criterion.maxPoints)}`} style={{ width: 140 }} />
                  </Form.Item>
                ))}
              </div>
              <Form.Item noStyle shouldUpdate>
                {(form) => {
                  const given = Object.values((form.getFieldValue("points") ?? {}) as Record<string, number | undefined>);
                  const sum = given.reduce<number>((total, one) => total + (one ?? 0), 0);
                  return <p className="number">{t.total(points(sum), points(criteria.reduce((total, one) => total + one.maxPoints, 0)))}</p>;
                }}
              </Form.Item>
              <LimitedText name="note" label={t.selfCheckNote} limit={500} rows={3} optional />
            </>
          )}
        </SheetFrame>
      )}
    </Loaded>
  );
}
