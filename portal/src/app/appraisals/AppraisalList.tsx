import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Checkbox, Flex, Form, Modal, Progress, Radio, Select, Tag } from "antd";
import { useState } from "react";
import { options } from "../../shared/options";
import { DaysPicker } from "../../shared/DayPicker";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { SearchWords, useWords } from "../../shared/SearchWords";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { menu } from "../../texts/zh-CN";
import { appraisals as t, common } from "../../texts/zh-CN.appraisals";
import { takeAlong } from "../../texts/zh-CN.views";
import { useSchools } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { Columns, useShown } from "../views/Columns";
import { SavedViews } from "../views/SavedViews";
import { TakeAlong } from "../views/TakeAlong";
import { type Appraisal, appraisalCalls, type AppraisalState, appraisalsKey, type Electorate, useAppraisals } from "./queries";

export const stateColours = { DRAFT: undefined, TRIAL: "gold", OPEN: "blue", COUNTED: "green", REPEATED: "orange" } as const;

const MOST_AT_ONCE = 2_000;

/** Who appraises whom (党员群众评议): one electorate of one school a row. */
export function AppraisalList() {
  return <WithProgramme>{(programme) => <AppraisalsOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function AppraisalsOf(props: { programme: Programme }) {
  const appraisals = useAppraisals(props.programme.id);
  const isOffice = useRoles().has("party-office");
  const words = useWords();
  const { appraisal: state } = useSearch({ strict: false });
  const navigate = useNavigate();
  const shows = useShown<keyof typeof t.columns>();
  const shown = (all: Appraisal[]) => all.filter((one) => (state === undefined || one.state === state) && one.school.includes(words));
  const choose = (chosen: AppraisalState | "ALL") => void navigate({ to: "/appraisals", search: (before) => ({ ...before, appraisal: chosen === "ALL" ? undefined : chosen }) });
  return (
    <Page title={menu.entries.appraisals} lead={t.lead} actions={isOffice && <Plan programme={props.programme} />}>
      <Loaded query={appraisals}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={isOffice ? t.emptyOffice : t.emptyOthers} />
          ) : (
            <>
              <Flex gap={12} wrap style={{ marginBottom: 12 }}>
                <SearchWords label={t.search} />
                <Select
                  value={state ?? "ALL"}
                  aria-label={t.all}
                  style={{ width: 150 }}
                  onChange={choose}
                  options={[{ value: "ALL" as const, label: t.all }, ...Object.entries(t.states).map(([value, label]) => ({ value: value as AppraisalState, label }))]}
                />
                <Columns always={t.whose} columns={t.columns} />
                <SavedViews page="/appraisals" />
                <TakeAlong
                  name={menu.entries.appraisals}
                  rows={() => shown(all)}
                  columns={{
                    [t.whose]: (one) => one.school,
                    [takeAlong.electorate]: (one) => t.electorates[one.electorate],
                    [t.columns.days]: shows("days") && ((one) => t.days(day(one.opensOn), day(one.closesOn))),
                    [takeAlong.state]: (one) => t.states[one.state],
                  }}
                />
              </Flex>
              <ul className="rows">
                {shown(all).map((one) => (
                  <AppraisalRow key={one.id} appraisal={one} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function AppraisalRow(props: { appraisal: Appraisal }) {
  const { appraisal: one } = props;
  const shows = useShown<keyof typeof t.columns>();
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/appraisals/$id" params={{ id: one.id }} className="row-title">
          {one.school} · {t.electorates[one.electorate]}
        </Link>
        <div className="row-facts">
          {shows("days") && <span>{t.days(day(one.opensOn), day(one.closesOn))}</span>}
          {shows("turnout") && <Turnout appraisal={one} />}
        </div>
      </div>
      {shows("advisory") && one.advisory === true && <Tag color="orange">{t.advisory}</Tag>}
      <Tag color={stateColours[one.state]}>{t.states[one.state]}</Tag>
    </li>
  );
}

/** How many there are, and how many came. */
export function Turnout(props: { appraisal: Appraisal }) {
  const { eligible, returned } = props.appraisal;
  if (eligible === undefined) {
    return <span>{t.states[props.appraisal.state]}</span>;
  }
  if (returned === undefined) {
    return <span>{t.eligible(eligible)}</span>;
  }
  return (
    <Flex gap={8} align="center">
      <span>{t.turnout(returned, eligible)}</span>
      <Progress percent={Math.round((returned / eligible) * 100)} size="small" style={{ width: 120, margin: 0 }} aria-label={t.turnout(returned, eligible)} />
    </Flex>
  );
}

type PlanValues = { electorates: Electorate[]; every: boolean; schools?: string[]; days: { opensOn: string; closesOn: string } };

function Plan(props: { programme: Programme }) {
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<PlanValues>();
  const schools = useSchools();
  const values = Form.useWatch([], form) as PlanValues | undefined;
  const count = (values?.electorates?.length ?? 0) * (values?.every === false ? (values.schools?.length ?? 0) : schools.length);
  const window = props.programme.windows.find((one) => one.stage === "APPRAISAL");
  const plan = useMove({
    run: ({ electorates, every, schools: some, days }: PlanValues) =>
      appraisalCalls.plan({
        programmeId: props.programme.id,
        ...days,
        appraisals: (every ? schools.map((one) => one.id) : (some ?? [])).flatMap((schoolId) => electorates.map((electorate) => ({ id: crypto.randomUUID(), schoolId, electorate }))),
      }),
    refresh: [appraisalsKey],
    done: t.planned,
    form,
    afterwards: () => setAsking(false),
  });
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t.plan}
      </Button>
      <Modal
        open={asking}
        title={t.planTitle}
        okText={t.plan}
        okButtonProps={{ disabled: count === 0 || count > MOST_AT_ONCE }}
        confirmLoading={plan.isPending}
        onCancel={() => setAsking(false)}
        onOk={form.submit}
      >
        <p className="quiet">{t.planHint}</p>
        <Form
          form={form}
          layout="vertical"
          initialValues={{ electorates: Object.keys(t.electorates), every: true, days: window && { opensOn: window.opensOn, closesOn: window.closesOn } }}
          onFinish={(given) => plan.mutate(given)}
        >
          <Form.Item name="electorates" label={t.whichElectorates} rules={[{ required: true, message: common.required }]}>
            <Checkbox.Group options={options(t.electorates)} />
          </Form.Item>
          <Form.Item name="every" label={t.whichSchools}>
            <Radio.Group
              options={[
                { value: true, label: t.everySchool },
                { value: false, label: t.someSchools },
              ]}
            />
          </Form.Item>
          {values?.every === false && (
            <Form.Item name="schools" rules={[{ required: true, message: common.required }]}>
              <Select mode="multiple" optionFilterProp="label" aria-label={t.whichSchools} options={schools.map((one) => ({ value: one.id, label: one.name }))} />
            </Form.Item>
          )}
          <Form.Item name="days" label={t.when} rules={[{ required: true, message: common.required }]}>
            <DaysPicker />
          </Form.Item>
        </Form>
        {count > MOST_AT_ONCE ? <Alert type="warning" showIcon title={t.planTooMany} /> : <p aria-live="polite">{t.planCount(count)}</p>}
      </Modal>
    </>
  );
}
