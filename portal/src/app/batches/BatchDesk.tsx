import { App, Button, Checkbox, Form, Modal, Tag } from "antd";
import { useState } from "react";
import { options } from "../../shared/options";
import { Loaded, Nothing } from "../../shared/Loaded";
import { LimitedText } from "../../shared/LimitedText";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { moment } from "../../texts/format";
import { menu } from "../../texts/zh-CN";
import { batches as t } from "../../texts/zh-CN.batches";
import { useMySeats, useNames } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { BatchPreparation } from "./BatchPreparation";
import { type Batch, batchCalls, batchesKey, useBatches } from "./queries";

/** Where a unit reports in one piece and the bureau receives. */
export function BatchDesk() {
  const isUnit = useRoles().has("street-reviewer", "direct-unit-reviewer");
  return (
    <Page title={menu.entries.batches} lead={isUnit ? t.lead : t.leadBureau}>
      <WithProgramme>{(programme) => (isUnit ? <MyUnits key={programme.id} programme={programme} /> : <AllBatches key={programme.id} programme={programme} />)}</WithProgramme>
    </Page>
  );
}

/** The batch of each unit I review for: reported already, or to be prepared. */
function MyUnits(props: { programme: Programme }) {
  const seats = useMySeats();
  const batches = useBatches(props.programme.id);
  return (
    <Loaded query={seats}>
      {(mine) => (
        <Loaded query={batches}>
          {(all) => (
            <div className="stack">
              {mine
                .filter((seat) => seat.role === "street-reviewer" || seat.role === "direct-unit-reviewer")
                .map((seat) => {
                  const batch = all.find((one) => one.unitId === seat.organisationId);
                  return batch === undefined ? (
                    <BatchPreparation key={seat.organisationId} programme={props.programme} unitId={seat.organisationId} unitName={seat.name} />
                  ) : (
                    <BatchRows key={seat.organisationId} batches={[batch]} />
                  );
                })}
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function AllBatches(props: { programme: Programme }) {
  const batches = useBatches(props.programme.id);
  return <Loaded query={batches}>{(all) => (all.length === 0 ? <Nothing text={t.empty} next={t.emptyHint} /> : <BatchRows batches={all} />)}</Loaded>;
}

function BatchRows(props: { batches: Batch[] }) {
  const nameOf = useNames();
  const mayReceive = useRoles().has("party-office");
  return (
    <ul className="rows">
      {props.batches.map((batch) => (
        <li key={batch.id} className="row">
          <div className="row-main">
            <div className="row-title">{nameOf(batch.unitId)}</div>
            <div className="row-facts">
              <span>{t.previewCounts(batch.recommended, batch.notRecommended)}</span>
              {batch.submittedAt && <span>{t.submittedAt(moment(batch.submittedAt))}</span>}
              {batch.late && <span>{t.late}</span>}
              {batch.formalCheck && <span>{t.standing(batch.formalCheck.waiting, batch.formalCheck.inCorrection, batch.formalCheck.admitted, batch.formalCheck.notAdmitted)}</span>}
            </div>
          </div>
          <Tag color={batch.state === "RECEIVED" ? "green" : "blue"}>{t.states[batch.state]}</Tag>
          <Button size="small" type="link" href={`/api/batches/${batch.id}/summary.html`} target="_blank">
            {t.print}
          </Button>
          <Button size="small" type="link" href={`/api/batches/${batch.id}/summary.xlsx`}>
            {t.workbook}
          </Button>
          {mayReceive && batch.needsSecondCheck && <SecondCheck batch={batch} />}
          {mayReceive && batch.state !== "RECEIVED" && !batch.needsSecondCheck && <Receive batch={batch} />}
          {mayReceive && (batch.formalCheck?.waiting ?? 0) > 0 && <Admit batch={batch} waiting={batch.formalCheck?.waiting ?? 0} />}
        </li>
      ))}
    </ul>
  );
}

function SecondCheck(props: { batch: Batch }) {
  const { batch } = props;
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ confirmed: string[]; opinion: string }>();
  const nameOf = useNames();
  const check = useMove({
    run: ({ confirmed, opinion }: { confirmed: string[]; opinion: string }) =>
      batchCalls.check(batch, { complete: confirmed.includes("complete"), eligible: confirmed.includes("eligible"), integrity: confirmed.includes("integrity"), opinion }),
    refresh: [batchesKey, ["tasks"]],
    done: t.secondCheckDone,
    form,
    afterwards: () => setOpen(false),
  });
  return (
    <>
      <Button type="primary" size="small" onClick={() => setOpen(true)}>
        {t.secondCheck}
      </Button>
      {open && (
        <Modal open title={t.secondCheckTitle(nameOf(batch.unitId))} okText={t.secondCheck} confirmLoading={check.isPending} onCancel={() => setOpen(false)} onOk={form.submit} destroyOnHidden>
          <p className="quiet">{t.secondCheckLead}</p>
          <Form form={form} layout="vertical" initialValues={{ confirmed: [] }} onFinish={(values) => check.mutate(values)}>
            <Form.Item name="confirmed">
              <Checkbox.Group options={options(t.checks)} />
            </Form.Item>
            <LimitedText name="opinion" label={t.secondCheckOpinion} limit={200} least={2} rows={2} />
          </Form>
        </Modal>
      )}
    </>
  );
}

function Admit(props: { batch: Batch; waiting: number }) {
  const { batch, waiting } = props;
  const { modal } = App.useApp();
  const nameOf = useNames();
  const admit = useMove({ run: () => batchCalls.admit(batch, waiting), refresh: [batchesKey, ["applications"], ["tasks"]], done: t.admitted });
  return (
    <Button
      size="small"
      loading={admit.isPending}
      onClick={() =>
        modal.confirm({
          title: t.admitTitle(nameOf(batch.unitId), waiting),
          content: t.admitText,
          okText: t.admit(waiting),
          onOk: () => admit.mutateAsync().catch(() => undefined),
        })
      }
    >
      {t.admit(waiting)}
    </Button>
  );
}

function Receive(props: { batch: Batch }) {
  const { batch } = props;
  const { modal } = App.useApp();
  const nameOf = useNames();
  const receive = useMove({ run: () => batchCalls.receive(batch), refresh: [batchesKey, ["applications"], ["tasks"]], done: t.received });
  return (
    <Button
      type="primary"
      size="small"
      loading={receive.isPending}
      onClick={() =>
        modal.confirm({
          title: t.receiveTitle(nameOf(batch.unitId), batch.recommended),
          content: t.receiveText,
          okText: t.receive,
          onOk: () => receive.mutateAsync().catch(() => undefined),
        })
      }
    >
      {t.receive}
    </Button>
  );
}
