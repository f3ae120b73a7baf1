import { Checkbox, Form } from "antd";
import { LimitedText } from "../../shared/LimitedText";
import { applications as t } from "../../texts/zh-CN.applications";
import { longest } from "./queries";

/** What a secretary says when signing an application. */
export type Word = { secretaryOpinion: string; undertaking: boolean };

/** The Party organisation's opinion, and the undertaking that its form asks for. */
export function SigningFields(props: { undertaking: string }) {
  return (
    <>
      <LimitedText name="secretaryOpinion" label={t.secretaryOpinion} limit={longest.opinion} rows={4} hint={t.opinionHint} />
      <Form.Item name="undertaking" valuePropName="checked" rules={[{ validator: (_, given) => (given ? Promise.resolve() : Promise.reject(new Error(t.needUndertaking))) }]}>
        <Checkbox>{props.undertaking}</Checkbox>
      </Form.Item>
    </>
  );
}
