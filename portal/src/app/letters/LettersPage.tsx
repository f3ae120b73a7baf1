import { CheckCircleOutlined, CloseCircleOutlined } from "@ant-design/icons";
import { Alert, App, Button, Card, Drawer, Form, Modal, Radio, Tag } from "antd";
import { useState } from "react";
import { options } from "../../shared/options";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { dayInChina, moment, points } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { letters as t } from "../../texts/zh-CN.decisions";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { appeal, type AppealKind, type Heading, type Letter, type Line, useLetter, useLetters } from "./queries";

const colours = { SELECTED: "gold", NOT_SELECTED: undefined, NOT_RANKED: "orange" } as const;

/** What everybody who applied is told, winners too; nothing about anybody else. */
export function LettersPage() {
  return (
    <Page title={menu.entries.letters} lead={t.lead}>
      <WithProgramme>{(programme) => <LettersOf key={programme.id} programme={programme} />}</WithProgramme>
    </Page>
  );
}

function LettersOf(props: { programme: Programme }) {
  const letters = useLetters(props.programme.id);
  const [open, setOpen] = useState<Heading>();
  return (
    <>
      <Loaded query={letters}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <Card>
              <ul className="rows">
                {all.map((one) => (
                  <li key={one.applicationId} className="row">
                    <div className="row-main">
                      <Button type="link" className="row-title" style={{ padding: 0, height: "auto" }} onClick={() => setOpen(one)}>
                        {one.title}
                      </Button>
                      <div className="row-facts">
                        <span>{one.categoryName}</span>
                        <span className="number">{one.number}</span>
                        <span>{t.sentAt(moment(one.sentAt))}</span>
                      </div>
                    </div>
                    <Tag color={colours[one.outcome]}>{t.outcomes[one.outcome]}</Tag>
                  </li>
                ))}
              </ul>
            </Card>
          )
        }
      </Loaded>
      <Drawer open={open !== undefined} title={open?.title} size="large" onClose={() => setOpen(undefined)} destroyOnHidden>
        {open !== undefined && <LetterOf id={open.applicationId} programmeId={props.programme.id} />}
      </Drawer>
    </>
  );
}

function LetterOf(props: { id: string; programmeId: string }) {
  const letter = useLetter(props.id);
  const speaksForSchool = useRoles().has("school-secretary");
  return (
    <Loaded query={letter}>
      {(found) => (
        <div className="stack">
          <Alert type={found.outcome === "SELECTED" ? "success" : "info"} showIcon title={t.outcomes[found.outcome]} description={found.result} />
          <section>
            <h3>{t.checks}</h3>
            <ul className="rows">
              {found.checks.map((check) => (
                <li key={check.text} className="row">
                  <span className="row-main">{check.text}</span>
                  {check.passed ? (
                    <Tag icon={<CheckCircleOutlined />} color="green">
                      {t.passed}
                    </Tag>
                  ) : (
                    <Tag icon={<CloseCircleOutlined />} color="orange">
                      {t.failed}
                    </Tag>
                  )}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{t.parts}</h3>
            <ul className="rows">
              {found.parts.map((part) => (
                <li key={part.part} className="row">
                  <span className="row-main">
                    {part.part} <span className="quiet">{t.weight(part.weight)}</span>
                  </span>
                  <span className="number">{points(part.points)}</span>
                </li>
              ))}
            </ul>
            {found.composite != null && <p>{t.composite(points(found.composite), found.band ?? "")}</p>}
          </section>
          <Lines title={t.strongest} lines={found.strongest} />
          <Lines title={t.weakest} lines={found.weakest} />
          <section>
            <h3>{t.comments}</h3>
            {found.comments.length === 0 ? <p className="quiet">{t.noComments}</p> : [...new Set(found.comments)].map((comment) => <p key={comment}>{comment}</p>)}
          </section>
          <Alert type="info" title={found.appeal.text} action={speaksForSchool && dayInChina() <= found.appeal.until && <Appeal letter={found} programmeId={props.programmeId} />} />
        </div>
      )}
    </Loaded>
  );
}

function Lines(props: { title: string; lines: Line[] }) {
  return (
    props.lines.length > 0 && (
      <section>
        <h3>{props.title}</h3>
        <ul className="rows">
          {props.lines.map((line) => (
            <li key={line.source + line.name} className="row">
              <span className="row-main">
                {line.name} <span className="quiet">{line.source}</span>
              </span>
              <span className="number">{t.of(points(line.points), points(line.max))}</span>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}

function Appeal(props: { letter: Letter; programmeId: string }) {
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<{ kind: AppealKind; facts: string }>();
  const send = useMove({
    run: (said: { kind: AppealKind; facts: string }) =>
      appeal({ id: crypto.randomUUID(), programmeId: props.programmeId, applicationId: props.letter.applicationId, kind: said.kind, facts: said.facts.trim() }),
    refresh: [["objections"]],
    form,
    afterwards: ({ receipt }) => {
      setAsking(false);
      void message.success(t.appealed(receipt));
    },
  });
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t.appeal}
      </Button>
      <Modal open={asking} title={t.appealTitle} okText={t.appeal} confirmLoading={send.isPending} onCancel={() => setAsking(false)} onOk={form.submit} destroyOnHidden>
        <Form form={form} layout="vertical" onFinish={(said) => send.mutate(said)}>
          <Form.Item name="kind" label={t.appealKind} rules={[{ required: true, message: common.required }]}>
            <Radio.Group options={options(t.kinds)} />
          </Form.Item>
          <LimitedText name="facts" label={t.facts} limit={2000} rows={5} hint={t.factsHint} />
        </Form>
      </Modal>
    </>
  );
}
