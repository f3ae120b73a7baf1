import { Form, Input } from "antd";
import { limits as t } from "../texts/zh-CN";
import { signs, withinLimit } from "./limits";

/** A text field of a form whose length is counted live against its limit. One row makes it a single line. */
export function LimitedText(props: { name: string | (string | number)[]; label: string; limit: number; /** How many signs at least. */ least?: number; rows?: number; hint?: string; optional?: boolean; placeholder?: string }) {
  const isLine = (props.rows ?? 1) === 1;
  const count = { max: props.limit, strategy: signs, show: ({ count: n, maxLength }: { count: number; maxLength?: number }) => t.counted(n, maxLength ?? props.limit) };
  return (
    <Form.Item
      name={props.name}
      label={props.label}
      extra={props.hint !== undefined && <span className={isLine ? undefined : "beside-count"}>{props.hint}</span>}
      required={!props.optional}
      validateTrigger={["onBlur", "onSubmit"]}
      rules={[withinLimit(props.limit, t, !props.optional, props.least)]}
    >
      {isLine ? (
        <Input count={count} placeholder={props.placeholder} />
      ) : (
        <Input.TextArea count={count} autoSize={{ minRows: props.rows ?? 3, maxRows: 18 }} placeholder={props.placeholder} />
      )}
    </Form.Item>
  );
}
