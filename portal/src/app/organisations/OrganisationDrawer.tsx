import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Flex, Form, Input, Modal, Select, Skeleton, Tag, Timeline, Typography } from "antd";
import { useState } from "react";
import { api, type Body } from "../../api/services";
import { asProblem } from "../../api/problem";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { wordOf } from "../../shared/options";
import { moment } from "../../texts/format";
import { common, roles } from "../../texts/zh-CN";
import { organisation as t } from "../../texts/zh-CN.organisation";
import { useRoles } from "../shell/session";
import { FirstPasswords } from "./FirstPasswords";
import { isSchool, type Organisation, organisationsKey, useMySeats, useOrganisations } from "./queries";

type Deed = "rename" | "move" | "merge" | "info-officer";

/** One unit from near: who sits there, what became of it, and what may be done. */
export function OrganisationDrawer(props: { organisation: Organisation; onClose: () => void }) {
  const { organisation: one } = props;
  const { has } = useRoles();
  const [deed, setDeed] = useState<Deed>();
  const seats = useMySeats().data ?? [];
  const all = useOrganisations().data ?? [];
  const keeps = has("party-office", "sys-admin");
  const standing = one.successorId === null || one.successorId === undefined;
  const leads = seats.some((seat) => seat.organisationId === one.id && seat.role === "school-secretary");
  const successor = all.find((other) => other.id === one.successorId);
  return (
    <Drawer open size={520} title={one.name} onClose={props.onClose}>
      <div className="stack">
        {successor !== undefined && <Tag color="orange">{t.succeeded(successor.name)}</Tag>}
        {standing && (keeps || leads) && (
          <Flex gap={8} wrap>
            {isSchool(one) && (leads || has("party-office")) && <Button onClick={() => setDeed("info-officer")}>{t.handOver}</Button>}
            {keeps && one.kind !== "BUREAU" && <Button onClick={() => setDeed("rename")}>{t.rename}</Button>}
            {keeps && one.kind === "SCHOOL" && <Button onClick={() => setDeed("move")}>{t.move}</Button>}
            {keeps && isSchool(one) && <Button onClick={() => setDeed("merge")}>{t.merge}</Button>}
            {keeps && one.kind !== "BUREAU" && <FirstPasswords organisation={one} />}
          </Flex>
        )}
        <section>
          <Typography.Title level={2} style={{ fontSize: "calc(16px * var(--grow))" }}>
            {t.people}
          </Typography.Title>
          <People id={one.id} />
        </section>
        <section>
          <Typography.Title level={2} style={{ fontSize: "calc(16px * var(--grow))" }}>
            {t.history}
          </Typography.Title>
          <History id={one.id} />
        </section>
      </div>
      {deed !== undefined && <DeedForm deed={deed} organisation={one} onClose={() => setDeed(undefined)} />}
    </Drawer>
  );
}

function People(props: { id: string }) {
  const people = useQuery({ queryKey: [...organisationsKey, props.id, "people"], queryFn: () => api.get("/api/organisations/{id}/people", { id: props.id }), retry: false });
  if (people.error !== null) {
    return <p className="quiet">{asProblem(people.error).status === 403 ? t.peopleHidden : asProblem(people.error).message}</p>;
  }
  if (people.data === undefined) {
    return <Skeleton active title={false} />;
  }
  return people.data.length === 0 ? (
    <p className="quiet">{t.noPeople}</p>
  ) : (
    <ul className="rows">
      {people.data.map((one) => (
        <li key={`${one.username} ${one.role}`} className="row">
          <div className="row-main">
            <span className="row-title">{one.name}</span>
            <div className="row-facts">
              <span className="number">{one.username}</span>
              <span>{wordOf(roles, one.role)}</span>
            </div>
          </div>
          <Tag color={one.account === "READY" ? "green" : undefined}>{t.accounts[one.account] ?? one.account}</Tag>
        </li>
      ))}
    </ul>
  );
}

function History(props: { id: string }) {
  const history = useQuery({ queryKey: [...organisationsKey, props.id, "history"], queryFn: () => api.get("/api/organisations/{id}/history", { id: props.id }) });
  const changes = history.data ?? [];
  return changes.length === 0 ? (
    <p className="quiet">{t.noHistory}</p>
  ) : (
    <Timeline
      items={changes.map((change) => ({
        key: change.changedAt,
        content: (
          <>
            <Tag>{t.changes[change.kind]}</Tag>
            {t.change(change.before, change.after)}
            <div className="small quiet">
              {moment(change.changedAt)} · {change.reason}
            </div>
          </>
        ),
      }))}
    />
  );
}

type Said = Body<"/api/organisations/{id}/rename"> & Body<"/api/organisations/{id}/move"> & Body<"/api/organisations/{id}/merge"> & Body<"/api/organisations/{id}/info-officer">;

const choice = (rows: Organisation[]) => rows.map((row) => ({ value: row.id, label: row.name }));

const titles = { rename: t.rename, move: t.move, merge: t.merge, "info-officer": t.handOver } as const;
const calls = {
  rename: ({ id, version }: Organisation, { name, reason }: Said) => api.post("/api/organisations/{id}/rename", { version, name, reason }, { id }),
  move: ({ id, version }: Organisation, { unitId, reason }: Said) => api.post("/api/organisations/{id}/move", { version, unitId, reason }, { id }),
  merge: ({ id, version }: Organisation, { into, reason }: Said) => api.post("/api/organisations/{id}/merge", { version, into, reason }, { id }),
  "info-officer": ({ id }: Organisation, { username, name, note }: Said) => api.post("/api/organisations/{id}/info-officer", { username, name, note }, { id }),
};
const dones = { rename: t.renamed, move: t.moved, merge: t.merged, "info-officer": t.handedOver } as const;

function DeedForm(props: { deed: Deed; organisation: Organisation; onClose: () => void }) {
  const { deed, organisation: one } = props;
  const [form] = Form.useForm<Said>();
  const all = useOrganisations().data ?? [];
  const run = useMove({
    run: (said: Said): Promise<unknown> => calls[deed](one, said),
    refresh: [organisationsKey],
    done: dones[deed],
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={`${titles[deed]}：${one.name}`} okText={titles[deed]} okButtonProps={{ danger: deed === "merge" }} confirmLoading={run.isPending} onCancel={props.onClose} onOk={form.submit}>
      {deed === "merge" && <p className="quiet">{t.mergeText}</p>}
      {deed === "info-officer" && <p className="quiet">{t.handOverText}</p>}
      <Form form={form} layout="vertical" onFinish={(said) => run.mutate(said)}>
        {deed === "rename" && <LimitedText name="name" label={t.newName} limit={60} />}
        {deed === "move" && (
          <Form.Item name="unitId" label={t.newUnit} rules={[{ required: true, message: common.required }]}>
            <Select showSearch optionFilterProp="label" options={choice(all.filter((row) => row.kind === "STREET_CENTER" && row.id !== one.unitId))} />
          </Form.Item>
        )}
        {deed === "merge" && (
          <Form.Item name="into" label={t.into} rules={[{ required: true, message: common.required }]}>
            <Select showSearch optionFilterProp="label" options={choice(all.filter((row) => isSchool(row) && row.id !== one.id && !row.successorId))} />
          </Form.Item>
        )}
        {deed === "info-officer" ? (
          <>
            <Form.Item name="username" label={t.username} extra={t.usernameHint} rules={[{ required: true, min: 3, message: common.required }]}>
              <Input autoComplete="off" maxLength={64} />
            </Form.Item>
            <LimitedText name="name" label={t.name} limit={40} />
            <LimitedText name="note" label={t.note} limit={300} rows={2} hint={t.noteHint} />
          </>
        ) : (
          <LimitedText name="reason" label={common.reason} limit={300} rows={2} />
        )}
      </Form>
    </Modal>
  );
}
