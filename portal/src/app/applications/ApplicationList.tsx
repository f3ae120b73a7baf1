import { PlusOutlined } from "@ant-design/icons";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Card, Flex, Form, Modal, Radio, Select, Tag } from "antd";
import { memo, useState } from "react";
import { asProblem } from "../../api/problem";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { More } from "../../shared/More";
import { Page } from "../../shared/Page";
import { SearchWords, useWords } from "../../shared/SearchWords";
import { useMove } from "../../shared/useMove";
import { moment } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { applications as t } from "../../texts/zh-CN.applications";
import { categories, type Category } from "../../texts/zh-CN.public";
import { takeAlong } from "../../texts/zh-CN.views";
import { useMySeats } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { Columns, useShown } from "../views/Columns";
import { SavedViews } from "../views/SavedViews";
import { TakeAlong } from "../views/TakeAlong";
import { ApplicationTag } from "./ApplicationTag";
import { countsByCategory } from "./counts";
import { applicationCalls, type ApplicationRow, applicationsKey, type ApplicationState, longest, useAllApplications, useApplications, wholeApplications } from "./queries";

export function ApplicationList() {
  return <WithProgramme>{(programme) => <ApplicationsOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function ApplicationsOf(props: { programme: Programme }) {
  const { has } = useRoles();
  const isSchool = has("school-secretary", "info-officer");
  const [creating, setCreating] = useState<Category | "ANY">();
  return (
    <Page
      title={menu.entries.applications}
      lead={isSchool ? t.lead : t.leadBureau}
      actions={
        isSchool && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating("ANY")}>
            {t.create}
          </Button>
        )
      }
    >
      {isSchool ? <SchoolApplications programme={props.programme} onCreate={setCreating} /> : <AllApplications programme={props.programme} />}
      {creating !== undefined && <CreateApplication programme={props.programme} category={creating === "ANY" ? undefined : creating} onClose={() => setCreating(undefined)} />}
    </Page>
  );
}

/** A school's own: by category, with what the programme asks of it. */
function SchoolApplications(props: { programme: Programme; onCreate: (category: Category) => void }) {
  const mine = useAllApplications(props.programme.id);
  return (
    <Loaded query={mine}>
      {(rows) => (
        <div className="stack">
          {countsByCategory(props.programme.categories, rows).map(({ rule, count, missing, full }) => (
            <Card
              key={rule.category}
              title={rule.name}
              extra={
                <Flex gap={8} align="center" wrap>
                  <span className="quiet small">{t.progress(count, rule.minPerUnit, rule.maxPerUnit)}</span>
                  <Button size="small" disabled={full} icon={<PlusOutlined />} aria-label={`${t.create}：${rule.name}`} onClick={() => props.onCreate(rule.category)} />
                </Flex>
              }
            >
              {rows.some((row) => row.category === rule.category) ? (
                <ApplicationRows rows={rows.filter((row) => row.category === rule.category)} />
              ) : (
                <span className="quiet">{missing > 0 ? t.emptySchool : t.empty}</span>
              )}
            </Card>
          ))}
        </div>
      )}
    </Loaded>
  );
}

/** Everybody else's view: one list, filtered in the address, read page by page. */
function AllApplications(props: { programme: Programme }) {
  const navigate = useNavigate();
  const { category, state } = useSearch({ strict: false });
  const words = useWords();
  const filter = { category, state, words: words || undefined };
  const list = useApplications(props.programme.id, filter);
  const narrowed = category !== undefined || state !== undefined || words !== "";
  const shows = useShown<Column>();
  const choose = (chosen: { category?: Category; state?: ApplicationState }) => void navigate({ to: ".", search: (before) => ({ ...before, ...chosen }), replace: true });
  return (
    <div className="stack">
      <div className="row">
        <Select<Category | "">
          aria-label={t.category}
          value={category ?? ""}
          style={{ width: 160 }}
          onChange={(value) => choose({ category: value || undefined })}
          options={[{ value: "", label: common.allCategories }, ...Object.entries(categories).map(([value, label]) => ({ value: value as Category, label }))]}
        />
        <Select<ApplicationState | "">
          aria-label={common.allStates}
          value={state ?? ""}
          style={{ width: 160 }}
          onChange={(value) => choose({ state: value || undefined })}
          options={[{ value: "", label: common.allStates }, ...Object.entries(t.states).map(([value, label]) => ({ value: value as ApplicationState, label }))]}
        />
        <SearchWords label={t.search} />
        <Columns always={t.title} columns={t.columns} />
        <SavedViews page="/applications" />
        <TakeAlong
          name={menu.entries.applications}
          rows={(soFar) => wholeApplications(props.programme.id, filter, soFar)}
          columns={{
            [t.title]: (row) => row.title,
            [t.columns.category]: shows("category") && ((row) => categories[row.category]),
            [t.columns.school]: shows("school") && ((row) => row.schoolName),
            [t.columns.number]: shows("number") && ((row) => row.number),
            [t.columns.rank]: shows("rank") && ((row) => row.rank),
            [t.columns.changed]: shows("changed") && ((row) => moment(row.changedAt)),
            [takeAlong.state]: (row) => t.states[row.state],
          }}
        />
      </div>
      <Loaded query={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing text={narrowed ? t.noneFound : t.empty} next={narrowed ? t.noneFoundHint : t.emptyOthers} />
          ) : (
            <>
              <ApplicationRows rows={rows} shows={shows} />
              <More list={list} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

/** What a list may say of an application beside its name and how far it has come. */
type Column = keyof typeof t.columns;

const ofOneCategory = (column: Column) => column !== "category";

export function ApplicationRows(props: { rows: ApplicationRow[]; shows?: (column: Column) => boolean }) {
  const shows = props.shows ?? ofOneCategory;
  return (
    <ul className="rows">
      {props.rows.map((row) => (
        <OneApplication key={row.id} row={row} shows={shows} />
      ))}
    </ul>
  );
}

/** Remembered, so that one page more does not draw the thousands before it again. */
const OneApplication = memo(function OneApplication(props: { row: ApplicationRow; shows: (column: Column) => boolean }) {
  const { row, shows } = props;
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/applications/$id" params={{ id: row.id }} className="row-title">
          {row.title || t.untitled}
        </Link>
        <div className="row-facts">
          {shows("category") && <span>{categories[row.category]}</span>}
          {shows("school") && <span>{row.schoolName}</span>}
          {shows("number") && row.number && <span className="number">{row.number}</span>}
          {shows("changed") && <span>{common.updatedAt(moment(row.changedAt))}</span>}
        </div>
      </div>
      {shows("rank") && row.rank !== null && row.rank !== undefined && <Tag>{t.rank(row.rank)}</Tag>}
      <ApplicationTag state={row.state} />
    </li>
  );
});

type NewApplication = { schoolId?: string; category: Category; title: string };

function CreateApplication(props: { programme: Programme; category: Category | undefined; onClose: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<NewApplication>();
  const category = Form.useWatch("category", form) ?? props.category;
  const seats = useMySeats().data ?? [];
  const schools = [...new Map(seats.filter((seat) => seat.role === "school-secretary" || seat.role === "info-officer").map((seat) => [seat.organisationId, seat.name])).entries()];
  // Seats may arrive after the form: whoever acts for one school is not asked, and not remembered wrongly either.
  const only = schools[0]?.[0] ?? "";
  const create = useMove({
    run: ({ schoolId = only, category: chosen, title }: NewApplication) =>
      applicationCalls.create({ id: crypto.randomUUID(), programmeId: props.programme.id, schoolId, category: chosen, content: { title: title.trim() } }),
    refresh: [applicationsKey, ["tasks"]],
    done: t.created,
    form,
    afterwards: (application) => void navigate({ to: "/applications/$id", params: { id: application.id } }),
  });
  return (
    <Modal open title={t.createTitle} okText={t.create} confirmLoading={create.isPending} okButtonProps={{ disabled: schools.length === 0 }} onCancel={props.onClose} onOk={form.submit}>
      {create.isError && asProblem(create.error).errors.length === 0 && <Alert type="error" showIcon title={asProblem(create.error).message} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" initialValues={{ category: props.category }} onFinish={(values) => create.mutate(values)}>
        {schools.length > 1 && (
          <Form.Item name="schoolId" label={t.school} rules={[{ required: true, message: t.chooseSchool }]}>
            <Select options={schools.map(([value, label]) => ({ value, label }))} />
          </Form.Item>
        )}
        <Form.Item name="category" label={t.category} rules={[{ required: true, message: t.chooseCategory }]}>
          <Radio.Group optionType="button" options={props.programme.categories.map((rule) => ({ value: rule.category, label: rule.name }))} />
        </Form.Item>
        <LimitedText name="title" label={t.title} limit={longest.title} hint={category && t.titleHint[category]} />
      </Form>
    </Modal>
  );
}
