import { Button, Card, Checkbox, Flex, Form, Modal, Tag } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { More } from "../../shared/More";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day, moment } from "../../texts/format";
import { suggestions as t } from "../../texts/zh-CN.messages";
import { useRoles } from "../shell/session";
import { type Suggestion, suggestionCalls, suggestionsKey, useSuggestions } from "./queries";

/** What I said and what was answered; for the bureau, what everybody said. */
export function SuggestionsPage() {
  const { has } = useRoles();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const whose = has("party-office", "party-group-member") ? "all" : "mine";
  const list = useSuggestions(whose, onlyOpen);
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="stack">
        {whose === "all" && (
          <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
            {t.onlyOpen}
          </Checkbox>
        )}
        <Loaded query={list}>
          {({ pages }) => {
            const all = pages.flatMap((page) => page.items);
            return all.length === 0 ? (
              <Nothing text={t.empty} next={t.emptyHint} />
            ) : (
              <>
                {all.map((one) => (
                  <Said key={one.id} suggestion={one} answers={has("party-office") && one.state === "OPEN"} />
                ))}
                <More list={list} />
              </>
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}

function Said(props: { suggestion: Suggestion; answers: boolean }) {
  const { suggestion: one } = props;
  const [answering, setAnswering] = useState(false);
  return (
    <Card size="small">
      <Flex justify="space-between" gap={8} wrap>
        <span className="row-facts">
          <span>{t.from(one.name)}</span>
          <span>{moment(one.madeAt)}</span>
          <span>{t.about(one.page)}</span>
        </span>
        <Tag color={one.state === "OPEN" ? "orange" : "green"}>{t.states[one.state]}</Tag>
      </Flex>
      <p className="prose">{one.text}</p>
      {one.answer ? (
        <div className="prose">
          <span className="quiet">{t.answerOf(moment(one.answeredAt))}</span>
          {one.answer}
        </div>
      ) : (
        <Flex justify="space-between" gap={8} wrap>
          <span className="quiet small">{t.answerBy(day(one.answerBy))}</span>
          {props.answers && <Button onClick={() => setAnswering(true)}>{t.answer}</Button>}
        </Flex>
      )}
      {answering && <Answer suggestion={one} onClose={() => setAnswering(false)} />}
    </Card>
  );
}

function Answer(props: { suggestion: Suggestion; onClose: () => void }) {
  const [form] = Form.useForm<{ text: string }>();
  const answer = useMove({
    run: ({ text }: { text: string }) => suggestionCalls.answer(props.suggestion, text.trim()),
    refresh: [suggestionsKey, ["tasks"]],
    done: t.answered,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.answer} okText={t.answer} confirmLoading={answer.isPending} onCancel={props.onClose} onOk={form.submit}>
      <p className="prose">{props.suggestion.text}</p>
      <Form form={form} layout="vertical" onFinish={(said) => answer.mutate(said)}>
        <LimitedText name="text" label={t.answer} limit={1000} rows={4} />
      </Form>
    </Modal>
  );
}
