import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Card, Tabs } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { moment } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { applications, screening as t } from "../../texts/zh-CN.applications";
import type { Category } from "../../texts/zh-CN.public";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { ApplicationRows } from "./ApplicationList";
import { type ApplicationRow, useAllApplications } from "./queries";
import { ScreeningActions } from "./ScreeningActions";

/** The reviewer's desk: category by category, what waits first, then what is decided. */
export function ScreeningDesk() {
  return (
    <Page title={menu.entries.screening} lead={t.lead}>
      <WithProgramme>{(programme) => <Desk key={programme.id} programme={programme} />}</WithProgramme>
    </Page>
  );
}

function Desk(props: { programme: Programme }) {
  const navigate = useNavigate();
  const { category } = useSearch({ strict: false });
  const all = useAllApplications(props.programme.id);
  return (
    <Loaded query={all}>
      {(rows) => (
        <Tabs
          tabBarGutter={16}
          activeKey={category ?? props.programme.categories[0]?.category}
          onChange={(key) => void navigate({ to: ".", search: (before) => ({ ...before, category: key as Category }), replace: true })}
          items={props.programme.categories.map((rule) => {
            const ofCategory = rows.filter((row) => row.category === rule.category);
            const waiting = ofCategory.filter((row) => row.state === "SUBMITTED").length;
            return {
              key: rule.category,
              label: waiting > 0 ? `${rule.name}（${waiting}）` : rule.name,
              children: <CategoryDesk rows={ofCategory} />,
            };
          })}
        />
      )}
    </Loaded>
  );
}

function CategoryDesk(props: { rows: ApplicationRow[] }) {
  const waiting = props.rows.filter((row) => row.state === "SUBMITTED");
  const recommended = props.rows.filter((row) => row.rank !== null && row.rank !== undefined).toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  const declined = props.rows.filter((row) => row.state === "NOT_RECOMMENDED");
  if (waiting.length + recommended.length + declined.length === 0) {
    return <Nothing text={t.empty} next={t.emptyHint} />;
  }
  return (
    <div className="stack">
      {waiting.length === 0 ? (
        <Nothing text={t.done}>
          <Link to="/batches">
            <Button type="primary">{t.toBatch}</Button>
          </Link>
        </Nothing>
      ) : (
        <Card title={t.pending(waiting.length)}>
          <ul className="rows">
            {waiting.map((row) => (
              <Waiting key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      )}
      {recommended.length > 0 && (
        <Card title={t.recommended(recommended.length)}>
          <ApplicationRows rows={recommended} />
        </Card>
      )}
      {declined.length > 0 && (
        <Card title={t.declined(declined.length)}>
          <ApplicationRows rows={declined} />
        </Card>
      )}
    </div>
  );
}

function Waiting(props: { row: ApplicationRow }) {
  const { row } = props;
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/applications/$id" params={{ id: row.id }} className="row-title">
          {row.title || applications.untitled}
        </Link>
        <div className="row-facts">
          <span>{row.schoolName}</span>
          <span>{common.updatedAt(moment(row.changedAt))}</span>
        </div>
      </div>
      <ScreeningActions application={row} size="small" />
    </li>
  );
}
