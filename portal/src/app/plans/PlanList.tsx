import { EditOutlined } from "@ant-design/icons";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button, Card, Segmented, Tag } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { SearchWords, useWords } from "../../shared/SearchWords";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { plans as t } from "../../texts/zh-CN.plans";
import { takeAlong } from "../../texts/zh-CN.views";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useMySeats, useNames } from "../organisations/queries";
import { useRoles } from "../shell/session";
import { SavedViews } from "../views/SavedViews";
import { TakeAlong } from "../views/TakeAlong";
import { beginning, planCalls, type PlanRow, plansKey, type PlanState, usePlans } from "./queries";

export function PlanList() {
  return <WithProgramme>{(programme) => <PlansOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function PlansOf(props: { programme: Programme }) {
  const { has } = useRoles();
  const plans = usePlans(props.programme.id);
  const window = props.programme.windows.find((one) => one.stage === "PLAN");
  const isSchool = has("school-secretary", "info-officer");
  const isUnit = has("street-reviewer", "direct-unit-reviewer");
  return (
    <Page
      title={menu.entries.plans}
      lead={
        <>
          {t.lead}
          {window !== undefined && t.waitingFor(day(window.closesOn))}
        </>
      }
      actions={
        <>
          {isSchool && <StartPlan programme={props.programme} plans={plans.data ?? []} />}
          {isUnit && <SubmitAll programme={props.programme} plans={plans.data ?? []} />}
        </>
      }
    >
      <Loaded query={plans}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={isSchool ? t.emptySchool : t.emptyReviewer} />
          ) : (
            <Filtered programme={props.programme} plans={all} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** One click to a draft for each school somebody writes for that has none yet. */
function StartPlan(props: { programme: Programme; plans: PlanRow[] }) {
  const navigate = useNavigate();
  const seats = useMySeats().data ?? [];
  const started = new Set(props.plans.map((plan) => plan.schoolId));
  const schools = [...new Map(seats.filter((seat) => seat.role === "school-secretary" || seat.role === "info-officer").map((seat) => [seat.organisationId, seat])).values()];
  const start = useMove({
    run: async (schoolId: string) =>
      planCalls.create({ id: crypto.randomUUID(), programmeId: props.programme.id, schoolId, content: await beginning(props.programme.id, schoolId) }),
    refresh: [plansKey, ["tasks"]],
    done: t.started,
    afterwards: (plan) => void navigate({ to: "/plans/$id", params: { id: plan.id } }),
  });
  return schools
    .filter((school) => !started.has(school.organisationId))
    .map((school) => (
      <Button key={school.organisationId} type="primary" icon={<EditOutlined />} loading={start.isPending} onClick={() => start.mutate(school.organisationId)}>
        {schools.length > 1 ? `${t.start}：${school.name}` : t.start}
      </Button>
    ));
}

/** The unit reports all plans it let pass in one piece, after seeing how many and which. */
function SubmitAll(props: { programme: Programme; plans: PlanRow[] }) {
  const { modal } = App.useApp();
  const nameOf = useNames();
  const passed = props.plans.filter((plan) => plan.state === "GATE_PASSED");
  const batch = useMove({ run: () => planCalls.batch(props.programme.id), refresh: [plansKey, ["tasks"]], done: t.batched });
  const ask = () =>
    modal.confirm({
      title: t.batchTitle(passed.length),
      width: 520,
      content: (
        <>
          <p>{t.batchText}</p>
          <ol className="scroll-list">
            {passed.map((plan) => (
              <li key={plan.id}>
                {nameOf(plan.schoolId)}
                <span className="quiet"> {brandOf(plan)}</span>
              </li>
            ))}
          </ol>
        </>
      ),
      okText: t.batch,
      onOk: () => batch.mutateAsync().catch(() => undefined),
    });
  return (
    <Button type="primary" disabled={passed.length === 0} title={passed.length === 0 ? t.batchNone : undefined} loading={batch.isPending} onClick={ask}>
      {t.batch}
    </Button>
  );
}

/** By state and by words, which stand in the address; a few plans need neither. */
function Filtered(props: { programme: Programme; plans: PlanRow[] }) {
  const { plan: asked } = useSearch({ strict: false });
  const words = useWords();
  const navigate = useNavigate();
  const nameOf = useNames();
  const { has } = useRoles();
  const states = [...new Set([...props.plans.map((plan) => plan.state), ...(asked === undefined ? [] : [asked])])];
  const shown = props.plans.filter((plan) => (asked === undefined || plan.state === asked) && `${nameOf(plan.schoolId)}${brandOf(plan)}`.includes(words));
  return (
    <div className="stack">
      {(props.plans.length > 5 || asked !== undefined || words !== "") && (
        <div className="row">
          <Segmented<PlanState | "ALL">
            value={asked ?? "ALL"}
            onChange={(chosen) => void navigate({ to: ".", search: (before) => ({ ...before, plan: chosen === "ALL" ? undefined : chosen }), replace: true })}
            options={[{ value: "ALL", label: common.allStates }, ...states.map((one) => ({ value: one, label: t.states[one] }))]}
          />
          <SearchWords label={t.search} />
          <SavedViews page="/plans" />
          <TakeAlong
            name={menu.entries.plans}
            rows={() => shown}
            columns={{
              [takeAlong.school]: (plan) => nameOf(plan.schoolId),
              [takeAlong.brand]: (plan) => brandOf(plan),
              [takeAlong.state]: (plan) => t.states[plan.state],
            }}
          />
        </div>
      )}
      {shown.length === 0 ? <Nothing text={t.noneFound} next={t.noneFoundHint} /> : has("party-office") ? <ByUnit {...props} shown={shown} /> : <PlanRows plans={shown} />}
    </div>
  );
}

/** The bureau's view: one card per unit, with the filing of all that the unit reported. */
function ByUnit(props: { programme: Programme; plans: PlanRow[]; shown: PlanRow[] }) {
  const nameOf = useNames();
  const units = [...new Set(props.shown.map((plan) => plan.unitId))];
  return units.map((unitId) => {
    const ofUnit = (plan: PlanRow) => plan.unitId === unitId;
    return (
      <Card key={unitId} title={nameOf(unitId)} extra={<FileUnit programme={props.programme} unitId={unitId} plans={props.plans.filter(ofUnit)} />}>
        <PlanRows plans={props.shown.filter(ofUnit)} />
      </Card>
    );
  });
}

function FileUnit(props: { programme: Programme; unitId: string; plans: PlanRow[] }) {
  const { modal } = App.useApp();
  const nameOf = useNames();
  const batched = props.plans.filter((plan) => plan.state === "BATCHED");
  const file = useMove({ run: () => planCalls.file(props.programme.id, props.unitId), refresh: [plansKey, ["tasks"]], done: t.filed });
  if (batched.length === 0) {
    return null;
  }
  return (
    <Button
      type="primary"
      size="small"
      loading={file.isPending}
      onClick={() =>
        modal.confirm({
          title: t.fileTitle(nameOf(props.unitId), batched.length),
          content: <p>{batched.map((plan) => nameOf(plan.schoolId)).join("、")}</p>,
          okText: t.file(batched.length),
          onOk: () => file.mutateAsync().catch(() => undefined),
        })
      }
    >
      {t.file(batched.length)}
    </Button>
  );
}

function PlanRows(props: { plans: PlanRow[] }) {
  const nameOf = useNames();
  return (
    <ul className="rows">
      {props.plans.map((plan) => (
        <li key={plan.id} className="row">
          <div className="row-main">
            <Link to="/plans/$id" params={{ id: plan.id }} className="row-title">
              {nameOf(plan.schoolId)}
            </Link>
            <div className="row-facts">{brandOf(plan) || t.noBrandYet}</div>
          </div>
          <PlanTag state={plan.state} />
        </li>
      ))}
    </ul>
  );
}

const colours: Partial<Record<PlanState, string>> = { SUBMITTED: "blue", RETURNED: "orange", GATE_PASSED: "cyan", BATCHED: "geekblue", FILED: "green" };

export function PlanTag(props: { state: PlanState }) {
  return <Tag color={colours[props.state]}>{t.states[props.state]}</Tag>;
}

function brandOf(plan: PlanRow) {
  return plan.brandName;
}
