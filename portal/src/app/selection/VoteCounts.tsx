import { Flex, Form, InputNumber } from "antd";
import { common } from "../../texts/zh-CN";
import { selection as t } from "../../texts/zh-CN.selection";
import type { VoteCount } from "./queries";

/** The five numbers of a vote, as fields of the form around them. */
export function VoteCounts() {
  return (
    <Flex gap={16} wrap>
      {(Object.keys(t.votes) as (keyof VoteCount)[]).map((name) => (
        <Form.Item key={name} name={name} label={t.votes[name]} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={0} max={999} precision={0} style={{ width: 88 }} />
        </Form.Item>
      ))}
    </Flex>
  );
}
