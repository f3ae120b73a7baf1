import { Link } from "@tanstack/react-router";
import { Checkbox, Form, Modal } from "antd";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { suggestions as t } from "../../texts/zh-CN.messages";
import { suggestionCalls, suggestionsKey } from "./queries";

type Said = { text: string; anonymous?: boolean };

/** The box itself, opened from any page; the bureau hears on which. */
export function SuggestionBox(props: { page: string; onClose: () => void }) {
  const [form] = Form.useForm<Said>();
  const put = useMove({
    run: ({ text, anonymous }: Said) => suggestionCalls.put(props.page, { text: text.trim(), anonymous: anonymous === true }),
    refresh: [suggestionsKey],
    done: t.sent,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.title} okText={t.send} confirmLoading={put.isPending} onCancel={props.onClose} onOk={form.submit}>
      <p className="quiet">
        {t.lead}{" "}
        <Link to="/suggestions" onClick={props.onClose}>
          {t.answers}
        </Link>
      </p>
      <Form form={form} layout="vertical" onFinish={(said) => put.mutate(said)}>
        <LimitedText name="text" label={t.text} limit={1000} rows={5} hint={t.textHint} />
        <Form.Item name="anonymous" valuePropName="checked" extra={t.anonymousHint}>
          <Checkbox>{t.anonymous}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
