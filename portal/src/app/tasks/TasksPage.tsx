import { EditOutlined, RightOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Tag, Typography } from "antd";
import { lazy, Suspense } from "react";
import { Loading, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { dayInChina, daysBetween, monthDay } from "../../texts/format";
import { common, menu, tasks as t } from "../../texts/zh-CN";
import { useCurrentProgramme } from "../programmes/current";
import { StageWindows } from "../programmes/StageWindows";
import { useRoles } from "../shell/session";
import { type Task, taskTarget, useTasks } from "./queries";

/** With the words of all that can be done, which nobody waits for. */
const Lately = lazy(async () => ({ default: (await import("./Lately")).Lately }));

/** What is mine to do, from all services, where the year stands, what happened and what I did of late. */
export function TasksPage() {
  const { loading, missing, tasks, retry } = useTasks();
  const { all, programme } = useCurrentProgramme();
  const otherProgramme = (task: Task) => (task.programmeId === programme?.id ? undefined : all.data?.find(({ id }) => id === task.programmeId)?.title);
  const signs = useRoles().has("school-secretary");
  return (
    <Page title={menu.entries.tasks} lead={t.lead} actions={signs && <SigningLink />}>
      <div className="stack">
        {missing.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t.unavailable(missing.map((source) => t.sources[source]).join("、"))}
            action={
              <Button size="small" onClick={retry}>
                {common.retry}
              </Button>
            }
          />
        )}
        {loading && <Loading />}
        {!loading && tasks.length > 0 && (
          <ul className="rows">
            {tasks.map((task) => (
              <TaskRow key={`${task.kind} ${task.subjectId}`} task={task} programme={otherProgramme(task)} />
            ))}
          </ul>
        )}
        {!loading && tasks.length === 0 && <Nothing text={t.empty} next={t.emptyHint} />}
        {programme !== undefined && (
          <section>
            <Typography.Title level={2} style={{ fontSize: "calc(18px * var(--grow))", margin: "12px 0" }}>
              {t.calendar}
            </Typography.Title>
            <StageWindows programme={programme} />
          </section>
        )}
        {!loading && (
          <Suspense>
            <Lately />
          </Suspense>
        )}
      </div>
    </Page>
  );
}

function SigningLink() {
  return (
    <Link to="/signing">
      <Button icon={<EditOutlined />}>{menu.entries.signing}</Button>
    </Link>
  );
}

/** @param programme whose task it is, where that is not the one chosen at the top of the page */
function TaskRow(props: { task: Task; programme: string | undefined }) {
  const { task, programme } = props;
  return (
    <li className="row">
      <div className="row-main">
        <Link {...taskTarget(task.link)} className="row-title">
          {task.title}
        </Link>
        {programme !== undefined && !task.title.includes(programme) && (
          <div className="row-facts">
            <span>{programme}</span>
          </div>
        )}
      </div>
      <DueTag dueOn={task.dueOn} />
      <Link {...taskTarget(task.link)} aria-label={`${t.handle}：${task.title}`}>
        {t.handle} <RightOutlined />
      </Link>
    </li>
  );
}

function DueTag(props: { dueOn?: string }) {
  if (props.dueOn === null || props.dueOn === undefined) {
    return <span className="quiet">{t.noDue}</span>;
  }
  const left = daysBetween(dayInChina(), props.dueOn);
  const date = <span className="quiet number">{t.due(monthDay(props.dueOn))}</span>;
  if (left < 0) {
    return (
      <span>
        {date} <Tag color="red">{t.overdue(-left)}</Tag>
      </span>
    );
  }
  return (
    <span>
      {date} <Tag color={left <= 7 ? "orange" : undefined}>{left === 0 ? t.dueToday : t.dueSoon(left)}</Tag>
    </span>
  );
}
