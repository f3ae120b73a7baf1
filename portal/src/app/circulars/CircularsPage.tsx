import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Form, Modal, Tag } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day, moment } from "../../texts/format";
import { circulars as t } from "../../texts/zh-CN.oversight";
import { WithProgramme } from "../programmes/current";
import { useRoles } from "../shell/session";
import { circularCalls, circularsKey, useCirculars } from "./queries";

export function CircularsPage() {
  return <WithProgramme>{(programme) => <CircularsOf key={programme.id} programme={programme.id} />}</WithProgramme>;
}

function CircularsOf(props: { programme: string }) {
  const circulars = useCirculars(props.programme);
  const writes = useRoles().has("party-office", "party-group-member");
  return (
    <Page title={t.title} lead={t.lead} actions={writes && <Create programme={props.programme} />}>
      <Loaded query={circulars}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <ul className="rows">
              {all.map((one) => (
                <li key={one.id} className="row">
                  <div className="row-main">
                    <Link to="/circulars/$id" params={{ id: one.id }} className="row-title">
                      {one.content.title}
                    </Link>
                    <div className="row-facts">
                      {one.issuedAt && <span>{t.issuedAt(moment(one.issuedAt))}</span>}
                      {one.content.replyBy && <span>{t.replyUntil(day(one.content.replyBy))}</span>}
                    </div>
                  </div>
                  <Tag color={one.state === "ISSUED" ? "green" : undefined}>{t.states[one.state]}</Tag>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Create(props: { programme: string }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ title: string }>();
  const draft = useMove({
    run: ({ title }: { title: string }) => circularCalls.draft(props.programme, title.trim()),
    refresh: [circularsKey],
    done: t.created,
    form,
    afterwards: (circular) => void navigate({ to: "/circulars/$id", params: { id: circular.id } }),
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t.create}
      </Button>
      {open && (
        <Modal open title={t.create} okText={t.create} confirmLoading={draft.isPending} onCancel={() => setOpen(false)} onOk={form.submit}>
          <Form form={form} layout="vertical" onFinish={(said) => draft.mutate(said)}>
            <LimitedText name="title" label={t.heading} limit={100} />
          </Form>
        </Modal>
      )}
    </>
  );
}
