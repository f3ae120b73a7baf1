import { Link } from "@tanstack/react-router";
import { Button, Form, Modal, Select, Tag } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { vetoes as t } from "../../texts/zh-CN.oversight";
import { useSchools } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import { useRoles } from "../shell/session";
import { type Charge, useGrounds, useVetoes, vetoCalls, vetoesKey } from "./queries";

export const vetoColours = { PROPOSED: "orange", DISMISSED: "green", IMPOSED: "red", APPEALED: "orange", UPHELD: "red", LIFTED: "green" } as const;

/** Who is to be ruled out, and how far that is. */
export function VetoesPage() {
  return <WithProgramme>{(programme) => <VetoesOf key={programme.id} programme={programme.id} />}</WithProgramme>;
}

function VetoesOf(props: { programme: string }) {
  const vetoes = useVetoes(props.programme);
  const proposes = useRoles().has("party-office", "discipline");
  return (
    <Page title={t.title} lead={t.lead} actions={proposes && <Propose programme={props.programme} />}>
      <Loaded query={vetoes}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <ul className="rows">
              {all.map((one) => (
                <li key={one.id} className="row">
                  <div className="row-main">
                    <Link to="/vetoes/$id" params={{ id: one.id }} className="row-title">
                      {one.groundName}
                    </Link>
                    <div className="row-facts">
                      <span>{one.schoolName}</span>
                      <span>{day(one.proposedOn)}</span>
                    </div>
                  </div>
                  <Tag color={vetoColours[one.state]}>{t.states[one.state]}</Tag>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Propose(props: { programme: string }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Charge>();
  const schools = useSchools();
  const grounds = useGrounds(props.programme).data ?? [];
  const propose = useMove({
    run: (charge: Charge) => vetoCalls.propose(props.programme, charge),
    refresh: [vetoesKey],
    done: t.proposed,
    form,
    afterwards: () => setOpen(false),
  });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t.propose}
      </Button>
      {open && (
        <Modal open width={600} title={t.propose} okText={t.propose} okButtonProps={{ danger: true }} confirmLoading={propose.isPending} onCancel={() => setOpen(false)} onOk={form.submit}>
          <p className="quiet">{t.proposeText}</p>
          <Form form={form} layout="vertical" onFinish={(charge) => propose.mutate(charge)}>
            <Form.Item name="schoolId" label={t.school} rules={[{ required: true, message: common.required }]}>
              <Select showSearch optionFilterProp="label" options={schools.map((one) => ({ value: one.id, label: one.name }))} />
            </Form.Item>
            <Form.Item name="ground" label={t.ground} rules={[{ required: true, message: common.required }]}>
              <Select options={grounds.map((one) => ({ value: one.code, label: one.name, title: one.basis }))} />
            </Form.Item>
            <LimitedText name="fact" label={t.fact} limit={1000} rows={4} />
            <LimitedText name="evidence" label={t.evidence} limit={500} rows={2} />
          </Form>
        </Modal>
      )}
    </>
  );
}
