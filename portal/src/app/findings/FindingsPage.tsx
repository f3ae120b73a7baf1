import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Flex, Form, Modal, Select, Tag } from "antd";
import { memo, useState } from "react";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { options } from "../../shared/options";
import { More } from "../../shared/More";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { menu } from "../../texts/zh-CN";
import { common, findings as t } from "../../texts/zh-CN.findings";
import { takeAlong } from "../../texts/zh-CN.views";
import { useReadSchools, useSchools } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { Columns, useShown } from "../views/Columns";
import { SavedViews } from "../views/SavedViews";
import { TakeAlong } from "../views/TakeAlong";
import { type Finding, findingCalls, findingsKey, type FindingState, type Raising, type Source, useFindings, wholeFindings } from "./queries";

export const stateColours = { OPEN: "red", REOPENED: "red", ANSWERED: "blue", VERIFIED: "gold", CLOSING: "gold", CLOSED: "green" } as const;
const warningColours = { NONE: undefined, YELLOW: "gold", ORANGE: "orange", RED: "red" } as const;


/** What was found wrong, and how far its rectification (整改) has come. */
export function FindingsPage() {
  return <WithProgramme>{(programme) => <FindingsOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function FindingsOf(props: { programme: Programme }) {
  const { finding: state, source, school } = useSearch({ strict: false });
  const findings = useFindings(props.programme.id, { state, source, school });
  const schools = useReadSchools();
  const navigate = useNavigate();
  const shows = useShown<keyof typeof t.columns>();
  const narrow = (to: { finding?: FindingState | undefined; source?: Source | undefined; school?: string | undefined }) => void navigate({ to: "/findings", search: (before) => ({ ...before, ...to }) });
  return (
    <Page title={menu.entries.findings} lead={t.lead} actions={useRoles().has("party-office") && <Raise programme={props.programme.id} />}>
      <Flex gap={12} wrap style={{ marginBottom: 12 }}>
        <Select allowClear placeholder={t.allStates} aria-label={t.allStates} style={{ width: 160 }} value={state ?? null} onChange={(finding) => narrow({ finding: finding ?? undefined })} options={options(t.states)} />
        <Select allowClear placeholder={t.allSources} aria-label={t.allSources} style={{ width: 180 }} value={source ?? null} onChange={(chosen) => narrow({ source: chosen ?? undefined })} options={options(t.sources)} />
        {schools.length > 1 && (
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            placeholder={t.allSchools}
            aria-label={t.allSchools}
            style={{ width: 200 }}
            value={school ?? null}
            onChange={(chosen) => narrow({ school: chosen ?? undefined })}
            options={schools.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <Columns always={t.problem} columns={t.columns} />
        <SavedViews page="/findings" />
        <TakeAlong
          name={menu.entries.findings}
          rows={(soFar) => wholeFindings(props.programme.id, { state, source, school }, soFar)}
          columns={{
            [t.problem]: (one) => one.problem,
            [t.columns.school]: shows("school") && ((one) => one.schoolName),
            [t.columns.source]: shows("source") && ((one) => t.sources[one.source]),
            [t.columns.area]: shows("area") && ((one) => t.areas[one.area]),
            [t.columns.timeClass]: shows("timeClass") && ((one) => t.shortClasses[one.timeClass]),
            [t.columns.due]: shows("due") && ((one) => day(one.dueOn)),
            [takeAlong.state]: (one) => t.states[one.state],
          }}
        />
      </Flex>
      <Loaded query={findings}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <>
              <ul className="rows">
                {all.map((one) => (
                  <FindingRow key={one.id} finding={one} />
                ))}
              </ul>
              <More list={findings} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

const FindingRow = memo(function FindingRow(props: { finding: Finding }) {
  const { finding: one } = props;
  const shows = useShown<keyof typeof t.columns>();
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/findings/$id" params={{ id: one.id }} className="row-title">
          {one.problem}
        </Link>
        <div className="row-facts">
          {shows("school") && <span>{one.schoolName}</span>}
          {shows("source") && <span>{t.sources[one.source]}</span>}
          {shows("area") && <span>{t.areas[one.area]}</span>}
          {shows("timeClass") && <span>{t.shortClasses[one.timeClass]}</span>}
          {shows("due") && <span>{t.due(day(one.dueOn))}</span>}
        </div>
      </div>
      {shows("warning") && <Warned finding={one} />}
      <Tag color={stateColours[one.state]}>{t.states[one.state]}</Tag>
    </li>
  );
});

/** How pressing it is, in a colour and in words. */
export function Warned(props: { finding: Finding }) {
  const { warning } = props.finding;
  return warning !== "NONE" && <Tag color={warningColours[warning]}>{t.warnings[warning]}</Tag>;
}

function Raise(props: { programme: string }) {
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<Raising>();
  const schools = useSchools();
  const raise = useMove({
    run: (said: Raising) => findingCalls.raise(props.programme, said),
    refresh: [findingsKey],
    done: t.raised,
    form,
    afterwards: () => setAsking(false),
  });
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t.raise}
      </Button>
      <Modal open={asking} width={640} title={t.raiseTitle} okText={t.raise} confirmLoading={raise.isPending} onCancel={() => setAsking(false)} onOk={form.submit} destroyOnHidden>
        <Form form={form} layout="vertical" preserve={false} onFinish={(said) => raise.mutate(said)}>
          <Form.Item name="schoolId" label={t.school} rules={[{ required: true, message: common.required }]}>
            <Select showSearch optionFilterProp="label" options={schools.map((one) => ({ value: one.id, label: one.name }))} />
          </Form.Item>
          <div className="two">
            <Form.Item name="source" label={t.source} rules={[{ required: true, message: common.required }]}>
              <Select options={options(t.sources)} />
            </Form.Item>
            <Form.Item name="area" label={t.area} rules={[{ required: true, message: common.required }]}>
              <Select options={options(t.areas)} />
            </Form.Item>
            <Form.Item name="timeClass" label={t.timeClass} rules={[{ required: true, message: common.required }]}>
              <Select options={options(t.timeClasses)} />
            </Form.Item>
            <Form.Item name="dueOn" label={t.dueOn} rules={[{ required: true, message: common.required }]}>
              <DayPicker />
            </Form.Item>
          </div>
          <LimitedText name="problem" label={t.problem} limit={500} rows={4} hint={t.problemHint} />
          <LimitedText name="advice" label={t.advice} limit={500} rows={2} optional />
        </Form>
      </Modal>
    </>
  );
}
