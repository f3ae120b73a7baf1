import { App, Button, Card, Form, Modal, Select, Tag } from "antd";
import { type ReactNode, useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { wordOf } from "../../shared/options";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { adoptions as t } from "../../texts/zh-CN.adoptions";
import { useMySeats, useNames, useSchools } from "../organisations/queries";
import { useRoles } from "../shell/session";
import { type Adoption, adoptionCalls, adoptionsKey, type Claim, useAdoptions, useBrands } from "./queries";

/** Who took up whose brand: a school sees its own both ways, the bureau all of them. */
export function AdoptionsPage() {
  const adoptions = useAdoptions();
  const { has } = useRoles();
  const seats = useMySeats().data ?? [];
  const mine = new Set(seats.filter((seat) => seat.role === "school-secretary" || seat.role === "info-officer").map((seat) => seat.organisationId));
  const forSchool = has("school-secretary", "info-officer");
  const answers = has("school-secretary");
  return (
    <Page title={menu.entries.adoptions} lead={forSchool ? t.lead : t.leadWatching} actions={answers && <ClaimOne mine={mine} said={adoptions.data ?? []} />}>
      <Loaded query={adoptions}>
        {(all) =>
          forSchool ? (
            <div className="stack">
              <Adopted title={t.fromUs} empty={t.fromUsEmpty} some={all.filter((one) => mine.has(one.originId))} answers={answers} />
              <Adopted title={t.byUs} empty={<ByUsEmpty />} some={all.filter((one) => mine.has(one.adopterId))} />
            </div>
          ) : all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <Adoptions some={all} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Adopted(props: { title: string; empty: ReactNode; some: Adoption[]; answers?: boolean }) {
  return <Card title={props.title}>{props.some.length === 0 ? <p className="quiet">{props.empty}</p> : <Adoptions some={props.some} answers={props.answers} />}</Card>;
}

function ByUsEmpty() {
  return (
    <>
      {t.byUsEmpty}
      <a href="/brands" target="_blank" rel="noopener">
        {t.toBrands}
      </a>
    </>
  );
}

function Adoptions(props: { some: Adoption[]; answers?: boolean }) {
  return (
    <ul className="rows">
      {props.some.map((one) => (
        <AdoptionRow key={one.id} one={one} answers={props.answers === true && one.state === "CLAIMED"} />
      ))}
    </ul>
  );
}

function AdoptionRow(props: { one: Adoption; answers: boolean }) {
  const { one } = props;
  const { modal } = App.useApp();
  const nameOf = useNames();
  const brand = useBrands().data?.find((each) => each.id === one.honourId);
  const [declining, setDeclining] = useState(false);
  const refresh = [adoptionsKey];
  const confirm = useMove({ run: () => adoptionCalls.confirm(one), refresh, done: t.confirmed });
  const decline = useMove({ run: (remark: string) => adoptionCalls.decline(one, remark), refresh, done: t.declined, afterwards: () => setDeclining(false) });
  const ask = () => modal.confirm({ title: t.confirmTitle, content: t.confirmText + common.cannotUndo, okText: t.confirm, onOk: () => confirm.mutateAsync().catch(() => undefined) });
  return (
    <li className="row">
      <div className="row-main">
        <div className="row-title">{brand?.title ?? t.withdrawn}</div>
        <div className="row-facts">
          <span>{t.byWhom(one.adopterName, brand?.schoolName ?? nameOf(one.originId))}</span>
          <span>{t.claimedOn(day(one.claimedOn))}</span>
        </div>
        <p className="prose">{one.whatChanged}</p>
        {one.remark && <p className="quiet">{t.remark(one.remark)}</p>}
      </div>
      {props.answers ? (
        <>
          <Button type="primary" loading={confirm.isPending} onClick={ask}>
            {t.confirm}
          </Button>
          <Button onClick={() => setDeclining(true)}>{t.decline}</Button>
        </>
      ) : (
        <Tag color={one.state === "CONFIRMED" ? "green" : undefined}>{wordOf(t.states, one.state)}</Tag>
      )}
      {declining && <AskReason min={4} max={200} title={t.declineTitle} lead={t.declineLead} okText={t.decline} pending={decline.isPending} onCancel={() => setDeclining(false)} onGiven={(remark) => decline.mutate(remark)} />}
    </li>
  );
}

/** Of the brands in force that are not this school's own, and that it does not have already; what was declined may be said again. */
function ClaimOne(props: { mine: Set<string>; said: Adoption[] }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Claim>();
  const brands = useBrands();
  const own = useSchools().filter((one) => props.mine.has(one.id));
  const ownNames = new Set(own.map((one) => one.name));
  const adopter = Form.useWatch("schoolId", form) ?? own[0]?.id;
  const taken = new Set(props.said.filter((one) => one.adopterId === adopter && one.state !== "DECLINED").map((one) => one.honourId));
  const claim = useMove({
    run: (said: Claim) => adoptionCalls.claim({ ...said, schoolId: said.schoolId ?? own[0]?.id }),
    refresh: [adoptionsKey],
    done: t.claimed,
    form,
    afterwards: () => setOpen(false),
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t.claim}
      </Button>
      {open && (
        <Modal open title={t.claim} okText={t.claim} confirmLoading={claim.isPending} onCancel={() => setOpen(false)} onOk={form.submit}>
          <p className="quiet">{t.claimText}</p>
          <Form form={form} layout="vertical" onFinish={(said) => claim.mutate(said)}>
            {own.length > 1 && (
              <Form.Item name="schoolId" label={t.mySchool} rules={[{ required: true, message: common.required }]}>
                <Select options={own.map((one) => ({ value: one.id, label: one.name }))} />
              </Form.Item>
            )}
            <Form.Item name="honourId" label={t.brand} extra={t.brandHint} rules={[{ required: true, message: common.required }]}>
              <Select
                showSearch
                optionFilterProp="label"
                loading={brands.isPending}
                options={(brands.data ?? []).filter((one) => !ownNames.has(one.schoolName) && !taken.has(one.id)).map((one) => ({ value: one.id, label: `${one.title}（${one.schoolName}）` }))}
              />
            </Form.Item>
            <LimitedText name="whatChanged" label={t.whatChanged} limit={500} least={20} rows={4} hint={t.whatChangedHint} />
          </Form>
        </Modal>
      )}
    </>
  );
}
