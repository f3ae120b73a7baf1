import { PlusOutlined } from "@ant-design/icons";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Checkbox, Form, InputNumber, Modal, Tag } from "antd";
import { useState } from "react";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { firstYear, lastYear } from "../../shared/years";
import { day, dayInChina } from "../../texts/format";
import { common, menu, shell } from "../../texts/zh-CN";
import { programmes as t } from "../../texts/zh-CN.programmes";
import { useRoles } from "../shell/session";
import { type Programme, programmeCalls, programmesKey, useProgrammes } from "./queries";

export function ProgrammeList() {
  const programmes = useProgrammes();
  const mayWrite = useRoles().has("party-office");
  const [creating, setCreating] = useState(false);
  return (
    <Page
      title={menu.entries.programmes}
      lead={t.lead}
      actions={
        mayWrite && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            {t.create}
          </Button>
        )
      }
    >
      <Loaded query={programmes}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={mayWrite ? t.emptyHint : t.emptyForOthers} />
          ) : (
            <ul className="rows">
              {all.map((programme) => (
                <ProgrammeRow key={programme.id} programme={programme} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {creating && <CreateFromPreset onClose={() => setCreating(false)} />}
    </Page>
  );
}

function ProgrammeRow(props: { programme: Programme }) {
  const { programme } = props;
  const opens = programme.windows.map((window) => window.opensOn).toSorted()[0];
  const closes = programme.windows.map((window) => window.closesOn).toSorted().at(-1);
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/programmes/$id" params={{ id: programme.id }} className="row-title">
          {programme.title}
        </Link>
        <div className="row-facts">
          <span>{t.yearTitle(programme.year)}</span>
          <span>
            {day(opens)}—{day(closes)}
          </span>
          <span>{t.modes[programme.legalBasis.mode]}</span>
        </div>
      </div>
      {programme.demonstration && <Tag color="gold">{shell.demonstration}</Tag>}
      <Tag color={programme.state === "PUBLISHED" ? "green" : undefined}>{t.states[programme.state]}</Tag>
    </li>
  );
}

const nextYear = Number(dayInChina().slice(0, 4)) + 1;

function CreateFromPreset(props: { onClose: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<{ year: number; demonstration: boolean }>();
  const create = useMove({
    run: async ({ year, demonstration }: { year: number; demonstration: boolean }) => {
      const preset = await programmeCalls.preset(year);
      return programmeCalls.create({ ...preset, demonstration, id: crypto.randomUUID() });
    },
    refresh: [programmesKey],
    done: t.created,
    form,
    afterwards: (programme) => void navigate({ to: "/programmes/$id", params: { id: programme.id } }),
  });
  return (
    <Modal open title={t.createTitle} okText={t.create} confirmLoading={create.isPending} onCancel={props.onClose} onOk={form.submit}>
      <p className="quiet">{t.createHint}</p>
      <Form form={form} layout="vertical" initialValues={{ year: nextYear, demonstration: false }} onFinish={(values) => create.mutate(values)}>
        <Form.Item name="year" label={t.year} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={firstYear} max={lastYear} precision={0} />
        </Form.Item>
        <Form.Item name="demonstration" valuePropName="checked" extra={t.demonstrationHint}>
          <Checkbox>{t.demonstration}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
